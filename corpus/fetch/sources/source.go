package sources

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/andybalholm/cascadia"
	"go.yaml.in/yaml/v3"

	"github.com/lofte/lofte/corpus/fetch/address"
	"github.com/lofte/lofte/corpus/fetch/links"
	"github.com/lofte/lofte/corpus/fetch/polite"
	"github.com/lofte/lofte/model"
)

// Defaults of a source.
const (
	defaultDepth    = 5
	defaultMaxPages = 20_000
	defaultEvery    = 16 * time.Hour // once a night, also if a night begins early
	defaultOther    = 30 * 24 * time.Hour
)

// Set is sources with the manners towards their hosts.
type Set struct {
	Sources []*Source
	hosts   map[string]Rules
}

// Profile is the manners towards a host.
func (s *Set) Profile(host string) polite.Profile { return s.hosts[host].Profile(host) }

// Named finds a source, nil where there is none of the name.
func (s *Set) Named(name string) *Source {
	for _, x := range s.Sources {
		if x.Name == name {
			return x
		}
	}
	return nil
}

// With is the set together with another's sources. What both have is an
// error.
func (s *Set) With(other *Set) (*Set, error) {
	out := &Set{Sources: slices.Concat(s.Sources, other.Sources), hosts: map[string]Rules{}}
	for _, x := range other.Sources {
		if s.Named(x.Name) != nil {
			return nil, fmt.Errorf("two sources are called %q", x.Name)
		}
	}
	for _, hosts := range []map[string]Rules{s.hosts, other.hosts} {
		for h, r := range hosts {
			out.hosts[h] = r
		}
	}
	return out, nil
}

// Source is one source, ready for use.
type Source struct {
	Spec
	follow  []rule
	lists   []list
	exclude *regexp.Regexp
	hosts   map[string]bool
}

type rule struct {
	selector  cascadia.Matcher
	url, text *regexp.Regexp
}

type list struct{ url, total *regexp.Regexp }

// Kinds are the kinds of documents that count as a find.
func (s *Source) Kinds() []model.Kind {
	if len(s.Documents.Kinds) == 0 {
		return []model.Kind{model.KindPromise, model.KindFollowUp}
	}
	out := make([]model.Kind, len(s.Documents.Kinds))
	for i, k := range s.Documents.Kinds {
		out[i] = model.Kind(k)
	}
	return out
}

// Fingerprint changes when the source is written differently.
func (s *Source) Fingerprint() string {
	text, err := json.Marshal(s.Spec)
	if err != nil {
		return "" // cannot be: it came from JSON
	}
	return model.RecordID(text)
}

// InScope reports whether an address may be fetched for the source at all.
func (s *Source) InScope(url string) bool {
	return s.hosts[bareHost(address.Host(url))] && !(s.exclude != nil && s.exclude.MatchString(url))
}

// bareHost is a host without "www.", so that a site that moves between both
// stays in scope.
func bareHost(host string) string { return strings.TrimPrefix(host, "www.") }

// Follows reports whether a link is to be followed.
func (s *Source) Follows(l links.Link) bool {
	if !s.InScope(l.URL) {
		return false
	}
	return slices.ContainsFunc(s.follow, func(r rule) bool { return r.holds(l) })
}

func (r rule) holds(l links.Link) bool {
	if l.Sitemap() && (r.selector != nil || r.text != nil) {
		return false
	}
	return (r.url == nil || r.url.MatchString(l.URL)) &&
		(r.text == nil || r.text.MatchString(l.Text)) &&
		(r.selector == nil || l.Matches(r.selector))
}

// List reports whether a page is a list of documents, and the total that it
// declares, 0 for none.
func (s *Source) List(url, text string) (declared int, is bool) {
	for _, l := range s.lists {
		if l.url != nil && !l.url.MatchString(url) {
			continue
		}
		if l.total == nil {
			is = true
			continue
		}
		m := l.total.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		digits := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, m[1])
		if n, err := strconv.Atoi(digits); err == nil {
			return n, true
		}
	}
	return 0, is
}

// Single is the source of one address, which is due again only after every.
func Single(url string, every time.Duration) (*Set, error) {
	d := Duration(every)
	return compile(File{Sources: []Spec{{Name: "single", Start: []string{url}, Every: Every{List: d, Document: d, Other: d}}}}, &yaml.Node{})
}

//go:embed polisen.yaml
var polisen []byte

// BuiltIn is the source for polisen.se.
func BuiltIn() (*Set, error) { return Parse(polisen) }

// compile makes a checked file ready for use.
func compile(f File, root *yaml.Node) (*Set, error) {
	set := &Set{hosts: f.Hosts}
	var bad []error
	for i, spec := range f.Sources {
		c := &compiler{root: root, path: []string{"sources", strconv.Itoa(i)}}
		s := c.source(spec)
		if set.Named(s.Name) != nil {
			c.fail(fmt.Errorf("two sources are called %q", s.Name), "name")
		}
		set.Sources = append(set.Sources, s)
		bad = append(bad, c.bad...)
	}
	if len(bad) > 0 {
		return nil, errors.Join(bad...)
	}
	return set, nil
}
