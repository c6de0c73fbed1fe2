package sitetest

import (
	"fmt"
	"slices"
	"strings"
)

// Council is a model of a municipality's own site: many pages, few of them
// promises, found by the sitemap or by the text of links.
type Council struct {
	Site    *Site
	Promise *Promise
	Sitemap bool // publishes one; else its start page leads on by links
	Others  int  // pages about other things
}

// NewCouncil publishes the site of a municipality.
func NewCouncil(w *Web, host string, p *Promise, sitemap bool) *Council {
	c := &Council{Site: w.Site(host), Promise: p, Sitemap: sitemap, Others: 12}
	c.Publish()
	return c
}

const (
	councilPage = "/trygghet-och-sakerhet/medborgarlofte/"
	councilFile = "/download/18.1a2b3c/1551/medborgarlofte.pdf"
)

// Documents are the addresses of the promise and its file.
func (c *Council) Documents() []string {
	out := []string{c.Site.URL(councilPage), c.Site.URL(councilFile)}
	slices.Sort(out)
	return out
}

// Publish makes the site what the fields say.
func (c *Council) Publish() {
	s := c.Site
	s.Clear()
	s.Set("/robots.txt", Answer{Type: "text/plain", Body: []byte("User-agent: *\nDisallow: /internt/\nSitemap: " + s.URL("/sitemap.xml") + "\n")})
	var links strings.Builder
	addresses := []string{"/", councilPage}
	for i := range c.Others {
		at := fmt.Sprintf("/bygga-och-bo/sida-%d/", i+1)
		addresses = append(addresses, at)
		links.WriteString(link(at, fmt.Sprintf("Bygga och bo %d", i+1)))
		s.HTML(at, page("Bygga och bo", "<h1>Bygglov</h1><p>Ansök om bygglov.</p>"))
	}
	links.WriteString(link("/trygghet-och-sakerhet/", "Trygghet och säkerhet"))
	links.WriteString(link("/internt/medborgarlofte/", "Medborgarlöfte, internt"))
	s.HTML("/", page(s.Host, "<h1>Välkommen</h1>"+links.String()))
	s.HTML("/trygghet-och-sakerhet/", page("Trygghet", "<h1>Trygghet och säkerhet</h1>"+link(councilPage, "Medborgarlöfte")))
	s.HTML(councilPage, c.Promise.HTML(link(councilFile, "Medborgarlöfte (pdf)")))
	s.Set(councilFile, Answer{Type: "application/pdf", Body: c.Promise.PDF()})
	if c.Sitemap {
		s.Set("/sitemap.xml", Answer{Type: "application/xml", Body: c.sitemap(addresses)})
	}
}

func (c *Council) sitemap(addresses []string) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, a := range addresses {
		b.WriteString("<url><loc>" + c.Site.URL(a) + "</loc></url>\n")
	}
	b.WriteString("</urlset>\n")
	return []byte(b.String())
}
