package fetch

import (
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch/address"
	"github.com/lofte/lofte/corpus/fetch/links"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/corpus/fetch/state"
)

// follow makes pages of the addresses that a document names and its source
// follows.
func (r *runner) follow(tx *state.Tx, p *state.Page, contentType string, body []byte, now time.Time) error {
	s := r.o.Sources.Named(p.Source)
	if s == nil || len(body) == 0 {
		return nil
	}
	if p.Role == archive.RoleSitemap {
		return r.followSitemap(tx, s, p, body, now)
	}
	if !strings.Contains(p.Media, "html") {
		return nil
	}
	page, err := links.Parse(body, contentType, p.URL)
	if err != nil {
		p.Error = err.Error()
		return nil // a page without links; it is a document all the same
	}
	declared, isList := s.List(p.URL, page.Text)
	list := ""
	if isList {
		list, _, _ = strings.Cut(p.URL, "?")
	}
	if err := declare(tx, s, p.URL, list, declared, now); err != nil {
		return err
	}
	p.Leads, p.Lists = 0, isList
	return r.followLinks(tx, s, p, list, page.Links, now)
}

// declare keeps the total that a page declares for its list. What the page led
// to before is forgotten.
func declare(tx *state.Tx, s *sources.Source, url, list string, declared int, now time.Time) error {
	if err := tx.Unlist(url); err != nil {
		return err
	}
	switch {
	case declared > 0:
		return tx.PutList(list, s.Name, declared, now)
	case list == "" || list == url:
		return tx.DropList(url)
	}
	return nil
}

func (r *runner) followLinks(tx *state.Tx, s *sources.Source, p *state.Page, list string, found []links.Link, now time.Time) error {
	for _, l := range found {
		l.URL = r.upgraded(l.URL)
		if l.URL == p.URL || !s.Follows(l) {
			continue
		}
		p.Leads++
		if p.Depth+1 > s.Depth {
			continue
		}
		if err := r.add(tx, job{url: l.URL, role: rolePage, source: s.Name, depth: p.Depth + 1, via: p.URL, list: list}, now); err != nil {
			return err
		}
		if list == "" {
			continue
		}
		if err := tx.Listed(p.URL, list, l.URL); err != nil {
			return err
		}
	}
	return nil
}

func (r *runner) followSitemap(tx *state.Tx, s *sources.Source, p *state.Page, body []byte, now time.Time) error {
	m, err := links.ParseSitemap(body, p.URL)
	if err != nil {
		p.Error = err.Error()
		if m == nil {
			return nil
		}
	}
	for _, to := range m.Sitemaps {
		if p.Depth+1 > s.Depth || !s.InScope(to) {
			continue
		}
		if err := r.add(tx, job{url: r.upgraded(to), role: archive.RoleSitemap, source: s.Name, depth: p.Depth + 1, via: p.URL}, now); err != nil {
			return err
		}
	}
	return r.followLinks(tx, s, p, "", m.Pages, now)
}

// add makes a page of an address unless it is known or its source is full. A
// page that is known, and now found on a list, is counted to that list.
func (r *runner) add(tx *state.Tx, j job, due time.Time) error {
	p := j.page()
	p.Due = due
	if s := r.o.Sources.Named(j.source); s != nil {
		n, err := r.pagesOf(tx, j.source)
		if err != nil || n >= s.MaxPages {
			return err
		}
	}
	isNew, err := tx.AddPage(p)
	switch {
	case err != nil:
		return err
	case isNew:
		r.pages[j.source]++
		r.know(p.Host)
	case j.list != "":
		return tx.SetList(j.url, j.list)
	}
	return nil
}

// pagesOf is the number of pages of a source, counted once in a run.
func (r *runner) pagesOf(tx *state.Tx, source string) (int, error) {
	if n, ok := r.pages[source]; ok {
		return n, nil
	}
	n, err := tx.Count(source)
	r.pages[source] = n
	return n, err
}

// upgraded is an address by https where the host wants nothing else.
func (r *runner) upgraded(url string) string {
	rest, plain := strings.CutPrefix(url, "http://")
	if plain && r.o.Profile(address.Host(url)).HTTPSOnly {
		return "https://" + rest
	}
	return url
}
