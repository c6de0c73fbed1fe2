package sitetest

import (
	"fmt"
	"strings"

	"github.com/lofte/lofte/model"
)

// Item is one commitment of a promise.
type Item struct {
	Actor string // "Polisen" or "Kommunen"
	Text  string
}

// State is what stands at a promise's address instead of it.
type State string

// The states of an address.
const (
	Shown    State = ""
	Missing  State = "missing"  // 404
	Soft404  State = "soft-404" // "not found" with status 200
	Login    State = "login"
	Captcha  State = "captcha"
	Repairs  State = "repairs" // "the site is under maintenance", status 200
	NoAnswer State = "no-answer"
)

// Promise is one promise of the model.
type Promise struct {
	Name     string // of the municipality, "Kil"
	Code     string // SCB's
	County   string // as in addresses, "varmland"
	Slug     string // as in addresses
	Period   string // "2019"
	Area     string // the problem area
	Items    []Item
	Earlier  string // what became of the last one; with a follow-up page when not empty
	File     bool   // also published as PDF
	Banner   string // changes from night to night without meaning
	State    State
	Position string // an address of its own instead of the one by generation
}

type place struct{ name, code, county string }

// places are municipalities with SCB's codes and their counties.
func places() []place {
	return []place{
		{"Kil", "1715", "varmland"}, {"Karlstad", "1780", "varmland"}, {"Katrineholm", "0483", "sodermanland"}, {"Kalix", "2514", "norrbotten"},
		{"Kinda", "0513", "ostergotland"}, {"Växjö", "0780", "kronoberg"}, {"Alvesta", "0764", "kronoberg"}, {"Örebro", "1880", "orebro"},
		{"Åre", "2321", "jamtland"}, {"Östersund", "2380", "jamtland"}, {"Motala", "0583", "ostergotland"}, {"Mora", "2062", "dalarna"},
		{"Falun", "2080", "dalarna"}, {"Tranås", "0687", "jonkoping"}, {"Eksjö", "0686", "jonkoping"}, {"Boden", "2582", "norrbotten"},
	}
}

// Promises makes n promises, the same ones each time.
func Promises(n int) []*Promise {
	areas := []string{"Trafiksäkerhet", "Narkotika bland unga", "Otrygghet i centrum", "Inbrott i bostäder"}
	deeds := []string{"genomföra minst en trafikkontroll varannan vecka", "besöka alla högstadieskolor en gång per termin",
		"patrullera till fots i centrum varje fredag kväll", "genomföra fyra trygghetsvandringar under 2019", "medverka vid föräldramöten i årskurs 7"}
	all := places()
	out := make([]*Promise, n)
	for i := range out {
		at := all[i%len(all)]
		p := &Promise{Name: at.name, Code: at.code, County: at.county, Slug: slug(at.name, i), Period: "2019", Area: areas[i%len(areas)],
			Items: []Item{{"Polisen", deeds[i%len(deeds)]}, {"Polisen", deeds[(i+2)%len(deeds)]}, {"Kommunen", deeds[(i+1)%len(deeds)]}}}
		if i%5 == 1 {
			p.Earlier = "Polisen genomförde 24 trafikkontroller under året."
		}
		p.File = i%6 == 2
		out[i] = p
	}
	return out
}

// slug is the last part of a promise's address: irregular, as on the real
// site.
func slug(name string, i int) string {
	s := model.Slug(name)
	switch {
	case i%7 == 3:
		s = "medborgarlofte-" + s
	case i%7 == 5:
		s += "-kommun"
	}
	if round := i / len(places()); round > 0 {
		s += fmt.Sprintf("-%d", round+1)
	}
	return s
}

// HTML is the promise as a page; more is put below it.
func (p *Promise) HTML(more string) string {
	var b strings.Builder
	if p.Banner != "" {
		fmt.Fprintf(&b, "<div class=\"banner\">%s</div>\n", p.Banner)
	}
	fmt.Fprintf(&b, "<h1>Medborgarlöfte %s %s</h1>\n<p class=\"ingress\">Polisen och %s kommun har kommit överens om ett medborgarlöfte. Löftet gäller under %s.</p>\n",
		p.Name, p.Period, p.Name, p.Period)
	fmt.Fprintf(&b, "<h2>%s</h2>\n", p.Area)
	for _, actor := range []string{"Polisen", "Kommunen"} {
		var items strings.Builder
		for _, it := range p.Items {
			if it.Actor == actor {
				fmt.Fprintf(&items, "<li>%s</li>\n", it.Text)
			}
		}
		if items.Len() > 0 {
			fmt.Fprintf(&b, "<p>%s lovar att:</p>\n<ul>\n%s</ul>\n", actor, items.String())
		}
	}
	return page("Medborgarlöfte "+p.Name, b.String()+more)
}

// FollowUpHTML is the page on what became of the last promise.
func (p *Promise) FollowUpHTML() string {
	return page("Uppföljning "+p.Name, fmt.Sprintf("<h1>Uppföljning av medborgarlöftet i %s</h1>\n<p>%s Vi nådde målet.</p>", p.Name, p.Earlier))
}

// PDF is the promise as a file.
func (p *Promise) PDF() []byte {
	lines := []string{"Medborgarlöfte " + p.Name + " " + p.Period, "Löftet gäller under " + p.Period + ".", p.Area}
	for _, it := range p.Items {
		lines = append(lines, it.Actor+" lovar att "+it.Text+".")
	}
	return pdf(lines)
}

// instead is the answer of a state other than Shown.
func (s State) instead() Answer {
	texts := map[State][2]string{
		Soft404: {"Sidan finns inte", "<p>Sidan du söker kan inte hittas. Den kan ha flyttats eller tagits bort.</p>"},
		Login:   {"Logga in", "<form method=\"post\"><label>Användarnamn <input name=\"user\"></label><label>Lösenord <input type=\"password\" name=\"pw\"></label></form>"},
		Captcha: {"Är du en robot?", "<div class=\"g-recaptcha\"></div><p>Bekräfta att du inte är en robot för att fortsätta.</p>"},
		Repairs: {"Underhåll", "<p>Webbplatsen är tillfälligt stängd för underhåll.</p>"},
	}
	t := texts[s]
	return Answer{Body: []byte(page(t[0], "<h1>"+t[0]+"</h1>"+t[1]))}
}

// page is a whole HTML page with the furniture around a main part.
func page(title, main string) string {
	return `<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8"><title>` + title + `</title></head>
<body>
<header><nav><a href="/">Start</a> <a href="/kontakt/">Kontakt</a> <a href="mailto:info@example.se">E-post</a> <a href="javascript:void(0)">Lyssna</a></nav></header>
<main>
` + main + `
</main>
<footer><p>Tipsa oss på 114 14.</p><a href="/om-webbplatsen/">Om webbplatsen</a></footer>
</body></html>
`
}
