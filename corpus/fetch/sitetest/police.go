package sitetest

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
)

// Generation is one of the forms that the addresses of promises had on
// polisen.se.
type Generation int

// The generations.
const (
	First  Generation = 1 // /om-polisen/medborgarloften/<slug>/
	Second Generation = 2 // /om-polisen/medborgarloften-och-lokal-samverkan/medborgarloften/<slug>/
	Third  Generation = 3 // the same with <county>/<slug>/
)

// Root is the address of the start page of a generation.
func (g Generation) Root() string {
	if g == First {
		return "/om-polisen/medborgarloften/"
	}
	return "/om-polisen/medborgarloften-och-lokal-samverkan/medborgarloften/"
}

// perPage is how many promises a page of the list has.
const perPage = 10

// Police is a model of polisen.se.
type Police struct {
	Site       *Site
	Generation Generation
	Promises   []*Promise
	Moved      bool // earlier generations redirect to this one
	Declared   int  // total that the list declares; the true one where 0
	Robots     string
	News       int // pages of news
}

// NewPolice publishes a model of polisen.se.
func NewPolice(w *Web, g Generation, promises []*Promise) *Police {
	p := &Police{Site: w.Site("polisen.se"), Generation: g, Promises: promises, News: 3,
		Robots: "User-agent: *\nDisallow: /sok/\n"}
	p.Publish()
	return p
}

// Address is where a promise stands.
func (p *Police) Address(x *Promise) string { return p.address(p.Generation, x) }

func (p *Police) address(g Generation, x *Promise) string {
	switch {
	case x.Position != "":
		return x.Position
	case g == Third:
		return g.Root() + x.County + "/" + x.Slug + "/"
	}
	return g.Root() + x.Slug + "/"
}

// FollowUpAddress is where the page on the last promise stands.
func (p *Police) FollowUpAddress(x *Promise) string { return p.Address(x) + "uppfoljning/" }

// FileAddress is where a promise's PDF stands.
func (p *Police) FileAddress(x *Promise) string {
	return "/siteassets/dokument/medborgarloften/" + x.Slug + "-" + x.Period + ".pdf"
}

// Documents are the addresses of all pages and files that make promises or
// report on them.
func (p *Police) Documents() []string {
	var out []string
	for _, x := range p.Promises {
		out = append(out, p.Site.URL(p.Address(x)))
		if x.Earlier != "" {
			out = append(out, p.Site.URL(p.FollowUpAddress(x)))
		}
		if x.File {
			out = append(out, p.Site.URL(p.FileAddress(x)))
		}
	}
	slices.Sort(out)
	return out
}

// Publish makes the site what the fields say.
func (p *Police) Publish() {
	s := p.Site
	s.Clear()
	s.Set("/robots.txt", Answer{Type: "text/plain", Body: []byte(p.Robots)})
	s.HTML("/", page("Polisen", "<h1>Polisen</h1>"+link(p.Generation.Root(), "Medborgarlöften")))
	s.HTML("/kontakt/", page("Kontakt", "<p>Ring 114 14.</p>"))
	s.HTML("/om-webbplatsen/", page("Om webbplatsen", "<p>Om webbplatsen.</p>"))
	s.HTML(p.Generation.Root()+"om-medborgarloften/", page("Om medborgarlöften", "<h1>Vad är ett medborgarlöfte?</h1><p>Ett medborgarlöfte är ett sätt att arbeta.</p>"))
	for i := range p.News {
		s.HTML(newsAddress(i), page("Nyhet", fmt.Sprintf("<h1>Nyhet %d</h1><p>Polisen och kommunen har träffats.</p>", i+1)))
	}
	for _, x := range p.Promises {
		p.publish(x)
	}
	p.lists()
}

func newsAddress(i int) string {
	return fmt.Sprintf("/aktuellt/nyheter/2019/mars/medborgarlofte-%d/", i+1)
}

func (p *Police) publish(x *Promise) {
	s, at := p.Site, p.Address(x)
	if p.Moved {
		for g := First; g < p.Generation; g++ {
			s.Redirect(p.address(g, x), at, http.StatusMovedPermanently)
		}
	}
	more := ""
	if x.Earlier != "" {
		more += link("uppfoljning/", "Uppföljning av förra löftet")
		s.HTML(p.FollowUpAddress(x), x.FollowUpHTML())
	}
	if x.File {
		more += link(p.FileAddress(x), "Medborgarlöftet som fil (pdf)")
		s.Set(p.FileAddress(x), Answer{Type: "application/pdf", Body: x.PDF()})
	}
	if i := slices.Index(p.Promises, x); i < p.News {
		more += link(newsAddress(i), "Nyhet om medborgarlöftet")
	}
	switch x.State {
	case Shown:
		s.HTML(at, x.HTML(more))
	case Missing:
	case NoAnswer:
		s.Set(at, Answer{Raw: func(net.Conn, *bufio.ReadWriter) {}})
	default:
		s.Set(at, x.State.instead())
	}
}

// lists publishes the list of promises: paged, in the third generation one for
// each county.
func (p *Police) lists() {
	root := p.Generation.Root()
	if p.Generation != Third {
		p.list(root, p.Promises, p.Declared)
		return
	}
	var counties []string
	of := map[string][]*Promise{}
	for _, x := range p.Promises {
		if of[x.County] == nil {
			counties = append(counties, x.County)
		}
		of[x.County] = append(of[x.County], x)
	}
	links := link(root+"om-medborgarloften/", "Om medborgarlöften")
	for _, c := range counties {
		links += link(root+c+"/", "Medborgarlöften i "+c)
		p.list(root+c+"/", of[c], 0)
	}
	p.Site.HTML(root, page("Medborgarlöften", "<h1>Medborgarlöften</h1>"+links))
}

func (p *Police) list(at string, promises []*Promise, declared int) {
	if declared == 0 {
		declared = len(promises)
	}
	for from := 0; from == 0 || from < len(promises); from += perPage {
		to := min(from+perPage, len(promises))
		var b strings.Builder
		fmt.Fprintf(&b, "<h1>Medborgarlöften</h1>\n<p class=\"hits\">Visar %d av %d</p>\n<ul>\n", to, declared)
		for _, x := range promises[from:to] {
			b.WriteString("<li>" + link(p.Address(x), "Medborgarlöfte "+x.Name) + "</li>\n")
		}
		b.WriteString("</ul>\n" + link(p.Generation.Root()+"om-medborgarloften/", "Om medborgarlöften"))
		number := from/perPage + 1
		if to < len(promises) {
			b.WriteString(fmt.Sprintf("<a class=\"next\" href=\"%s?sida=%d\">Visa fler</a>", at, number+1))
		}
		address := at
		if number > 1 {
			address += fmt.Sprintf("?sida=%d", number)
		}
		p.Site.HTML(address, page("Medborgarlöften", b.String()))
	}
}

func link(to, text string) string { return `<a href="` + to + `">` + text + "</a>\n" }
