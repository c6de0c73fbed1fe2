package nightly

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/model"
)

// feedEntries is how many changes the feed holds, the last ones.
const feedEntries = 200

// atomFeed is a feed of RFC 4287.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"http://www.w3.org/XML/1998/namespace lang,attr,omitempty"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomAuthor  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Body string `xml:",chardata"`
}

type atomEntry struct {
	ID       string       `xml:"id"`
	Title    string       `xml:"title"`
	Updated  string       `xml:"updated"`
	Category atomCategory `xml:"category"`
	Links    []atomLink   `xml:"link"`
	Content  atomText     `xml:"content"`
}

// feed is the feed of the published night with the changes of this one.
func (r *run) feed(report *Report, old night) ([]byte, error) {
	f := &atomFeed{ID: urn(r.o.Fetch.Contact, r.o.FeedURL), Lang: string(r.o.Language), Updated: stamp(report.Started),
		Author: atomAuthor{"lofte"}, Title: "Medborgarlöften: förändringar"}
	if r.o.Language == diff.English {
		f.Title = "Citizen promises: changes"
	}
	if r.o.FeedURL != "" {
		f.Links = []atomLink{{Rel: "self", Type: "application/atom+xml", Href: r.o.FeedURL}}
	}
	before, err := old.feed()
	if err != nil {
		return nil, err
	}
	for i := range report.World.Changes {
		entry, err := newAtomEntry(&report.World.Changes[i], report, r.o.Language)
		if err != nil {
			return nil, err
		}
		f.Entries = append(f.Entries, entry)
	}
	if before != nil {
		if len(f.Entries) == 0 {
			f.Updated = before.Updated
		}
		f.Entries = append(f.Entries, before.Entries...)
	}
	f.Entries = f.Entries[:min(len(f.Entries), feedEntries)]
	text, err := xml.MarshalIndent(f, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write the feed: %w", err)
	}
	return append([]byte(xml.Header), append(text, '\n')...), nil
}

// feed reads the feed of a night, nil for no night.
func (n night) feed() (*atomFeed, error) {
	if n.dir == "" {
		return nil, nil
	}
	data, err := os.ReadFile(filepath.Join(n.dir, FeedFile))
	if err != nil {
		return nil, fmt.Errorf("read the feed: %w", err)
	}
	f := new(atomFeed)
	if err := xml.Unmarshal(data, f); err != nil {
		return nil, fmt.Errorf("read the feed of %s: %w", n.dir, err)
	}
	return f, nil
}

func newAtomEntry(c *diff.Change, report *Report, l diff.Language) (atomEntry, error) {
	said, err := json.Marshal(c)
	if err != nil {
		return atomEntry{}, fmt.Errorf("write the feed: %w", err)
	}
	e := atomEntry{ID: urn(report.Run, string(said)), Title: c.Headline(l), Updated: stamp(report.Started), Category: atomCategory{string(c.Kind)},
		Content: atomText{"text", strings.Join(append([]string{c.Details(l)}, c.Commitments...), "\n")}}
	rel := "alternate"
	for _, d := range c.Documents {
		if strings.Contains(d, "://") {
			e.Links = append(e.Links, atomLink{Rel: rel, Href: d})
			rel = "related"
		}
	}
	return e, nil
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// urn makes a name that stays the same for the same parts, in the form of a
// UUID of version 8 (RFC 9562).
func urn(parts ...string) string {
	d := []byte(model.Digest([]byte(strings.Join(parts, "\x00")))[:32])
	d[12], d[16] = '8', 'a'
	return fmt.Sprintf("urn:uuid:%s-%s-%s-%s-%s", d[:8], d[8:12], d[12:16], d[16:20], d[20:])
}

func encodedIndented(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return out.Bytes(), err
}
