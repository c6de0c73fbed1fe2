package client

import (
	"net/http"
	"strings"

	"github.com/lofte/lofte/corpus/archive/warc"
	"github.com/lofte/lofte/corpus/fetch/address"
)

// MaxRedirects is how many redirects in a row are followed.
const MaxRedirects = 10

// IsRedirect reports whether a status points to another address.
func IsRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// Redirect gives the normalised address that the answer from an address points
// to. One from https to http, or to no http at all, is an *Error of reason
// Refused.
func Redirect(from string, m *warc.Message) (string, error) {
	location := m.Header.Get("Location")
	if location == "" {
		return "", &Error{from, Refused, &address.Error{Address: from, Reason: "a redirect that names no address"}}
	}
	to, err := address.Resolve(from, location)
	if err != nil {
		return "", &Error{from, Refused, err}
	}
	if strings.HasPrefix(from, "https:") && strings.HasPrefix(to, "http:") {
		return "", &Error{from, Refused, &address.Error{Address: to, Reason: "a redirect from https to http"}}
	}
	return to, nil
}
