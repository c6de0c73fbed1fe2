package cdxj

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
)

// stamp is the layout of a line's time.
const stamp = "20060102150405"

// Line is one capture. Length and Offset are the place of its record in the
// file in bytes.
type Line struct {
	Key      string    `json:"-"`
	Time     time.Time `json:"-"`
	URL      string    `json:"url"`
	Mime     string    `json:"mime,omitempty"` // "warc/revisit" for a revisit
	Status   int       `json:"status,string,omitempty"`
	Digest   string    `json:"digest,omitempty"`
	Length   int64     `json:"length,string"`
	Offset   int64     `json:"offset,string"`
	Filename string    `json:"filename"`
	Role     string    `json:"role,omitempty"` // what the address is to the fetcher
}

// RevisitMime is what stands as media type of a revisit.
const RevisitMime = "warc/revisit"

// Revisit reports whether the line is of a revisit, which has no body of its
// own.
func (l Line) Revisit() bool { return l.Mime == RevisitMime }

// String is the line as it stands in the file, without its line break.
func (l Line) String() string {
	var b strings.Builder
	b.WriteString(l.Key + " " + Stamp(l.Time) + " ")
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(l); err != nil {
		return b.String() // cannot be: the fields are strings and numbers
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// Stamp is a time as the index has it: 14 digits, UTC.
func Stamp(t time.Time) string { return t.UTC().Format(stamp) }

// Parse reads one line.
func Parse(text string) (Line, error) {
	var l Line
	key, rest, _ := strings.Cut(text, " ")
	at, fields, ok := strings.Cut(rest, " ")
	if !ok {
		return l, fmt.Errorf("index line %.60q: three parts expected", text)
	}
	t, err := time.Parse(stamp, at)
	if err != nil {
		return l, fmt.Errorf("index line %.60q: %q is no time of 14 digits", text, at)
	}
	if err := json.Unmarshal([]byte(fields), &l); err != nil {
		return l, fmt.Errorf("index line %.60q: %w", text, err)
	}
	l.Key, l.Time = key, t
	return l, nil
}

// Key is the sort key of an address (SURT): the host turned round without
// "www", then path and query in lower case, the arguments of the query sorted.
// An address that cannot be parsed is its own key, in lower case.
func Key(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return strings.ReplaceAll(strings.ToLower(address), " ", "%20")
	}
	labels := strings.Split(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), ".")
	slices.Reverse(labels)
	key := strings.Join(labels, ",")
	if p := u.Port(); p != "" && !defaultPort(u.Scheme, p) {
		key += ":" + p
	}
	path := strings.ToLower(u.EscapedPath())
	if len(path) > 1 {
		path = strings.TrimSuffix(path, "/")
	} else {
		path = "/"
	}
	key += ")" + path
	if u.RawQuery != "" {
		args := strings.Split(strings.ToLower(u.RawQuery), "&")
		slices.Sort(args)
		key += "?" + strings.Join(args, "&")
	}
	return strings.ReplaceAll(key, " ", "%20")
}

func defaultPort(scheme, port string) bool {
	return scheme == "http" && port == "80" || scheme == "https" && port == "443"
}

// HostPrefix is what the keys of all pages of a host begin with.
func HostPrefix(host string) string {
	return strings.TrimSuffix(Key("http://"+host+"/"), "/")
}
