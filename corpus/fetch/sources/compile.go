package sources

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/andybalholm/cascadia"
	"go.yaml.in/yaml/v3"

	"github.com/lofte/lofte/corpus/fetch/address"
)

// compiler makes one source ready, and gathers its mistakes.
type compiler struct {
	root *yaml.Node
	path []string
	bad  []error
}

func (c *compiler) fail(err error, steps ...string) {
	path := slices.Concat(c.path, steps)
	c.bad = append(c.bad, &Error{lineOf(c.root, path), strings.Join(path, "/"), err})
}

func (c *compiler) source(spec Spec) *Source {
	s := &Source{Spec: spec, hosts: map[string]bool{}}
	if len(s.Start)+len(s.Sitemaps) == 0 {
		c.fail(errors.New("neither start nor sitemaps: nothing to begin with"))
	}
	s.Start = c.addresses(s, "start", spec.Start)
	s.Sitemaps = c.addresses(s, "sitemaps", spec.Sitemaps)
	for i, h := range spec.Hosts {
		at, err := address.Normalize("https://" + h + "/")
		if err != nil || address.Host(at) != strings.ToLower(h) {
			c.fail(fmt.Errorf("%q is no host name", h), "hosts", strconv.Itoa(i))
			continue
		}
		s.hosts[bareHost(address.Host(at))] = true
	}
	for i, f := range spec.Follow {
		s.follow = append(s.follow, c.rule(f, "follow", strconv.Itoa(i)))
	}
	for i, l := range spec.Lists {
		s.lists = append(s.lists, c.list(l, "lists", strconv.Itoa(i)))
	}
	s.exclude = c.pattern(spec.Documents.Exclude, "documents", "exclude")
	s.Depth = max(s.Depth, 0)
	if s.Depth == 0 {
		s.Depth = defaultDepth
	}
	if s.MaxPages == 0 {
		s.MaxPages = defaultMaxPages
	}
	for _, e := range []struct {
		to       *Duration
		fallback Duration
	}{{&s.Every.List, Duration(defaultEvery)}, {&s.Every.Document, Duration(defaultEvery)}, {&s.Every.Other, Duration(defaultOther)}} {
		if *e.to == 0 {
			*e.to = e.fallback
		}
	}
	return s
}

func (c *compiler) addresses(s *Source, field string, raw []string) []string {
	out := make([]string, 0, len(raw))
	for i, r := range raw {
		at, err := address.Normalize(r)
		if err != nil {
			c.fail(err, field, strconv.Itoa(i))
			continue
		}
		s.hosts[bareHost(address.Host(at))] = true
		out = append(out, at)
	}
	return out
}

func (c *compiler) rule(f Follow, steps ...string) rule {
	r := rule{url: c.pattern(f.URL, append(steps, "url")...), text: c.pattern(f.Text, append(steps, "text")...)}
	if f == (Follow{}) {
		c.fail(errors.New("a rule that says nothing would follow every link; write url: . for that"), steps...)
	}
	if f.Selector != "" {
		selector, err := cascadia.ParseGroup(f.Selector)
		if err != nil {
			c.fail(fmt.Errorf("CSS selector %q: %w", f.Selector, err), append(steps, "selector")...)
			return r
		}
		r.selector = selector
	}
	return r
}

func (c *compiler) list(l List, steps ...string) list {
	out := list{url: c.pattern(l.URL, append(steps, "url")...), total: c.pattern(l.Total, append(steps, "total")...)}
	if l == (List{}) {
		c.fail(errors.New("a list is told by url, by total, or by both"), steps...)
	}
	if out.total != nil && out.total.NumSubexp() == 0 {
		c.fail(fmt.Errorf("%q has no group for the number", l.Total), append(steps, "total")...)
	}
	return out
}

func (c *compiler) pattern(text string, steps ...string) *regexp.Regexp {
	if text == "" {
		return nil
	}
	re, err := regexp.Compile(text)
	if err != nil {
		c.fail(fmt.Errorf("regular expression: %w", err), steps...)
	}
	return re
}
