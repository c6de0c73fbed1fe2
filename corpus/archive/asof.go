package archive

import (
	"net/http"
	"time"

	"github.com/lofte/lofte/corpus/archive/cdxj"
)

// AsOf lists what stood at each address of the archive in a folder at a time,
// by the last answer before it that tells: a document, that it is gone, or that
// it moved. A failure tells nothing.
func AsOf(dir string, at time.Time) ([]Version, error) {
	a, err := Open(dir)
	if err != nil {
		return nil, err
	}
	defer a.Close() // as in ownVersions
	var order []string
	stood := map[string]cdxj.Line{}
	for l, err := range a.Captures("") {
		if err != nil {
			return nil, err
		}
		if l.Time.After(at) || l.Role == RoleRobots || l.Role == RoleSitemap {
			continue
		}
		if _, known := stood[l.URL]; !known {
			order = append(order, l.URL)
			stood[l.URL] = cdxj.Line{}
		}
		switch {
		case l.Status == http.StatusOK:
			stood[l.URL] = l
		case l.Status == http.StatusNotFound, l.Status == http.StatusGone, l.Status < 400 && l.Status != http.StatusNotModified:
			stood[l.URL] = cdxj.Line{}
		}
	}
	var out []Version
	for _, url := range order {
		if l := stood[url]; l.URL != "" {
			out = append(out, Version{l.URL, l.Time, l.Mime, func() (*Document, error) { return a.Get(l) }})
		}
	}
	return out, nil
}
