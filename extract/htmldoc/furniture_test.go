package htmldoc

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const sentence = "<p>Polisen lovar att synas mer i hela kommunen.</p>"
const said = " p Polisen lovar att synas mer i hela kommunen. "

func TestFurniture(t *testing.T) {
	checkRules(t, []rule{
		{"names", `<div class="cookieBanner"><h1>Kakor</h1></div><ul id="leftMenu"><li><a href="/a">Ale</a></li></ul>` + sentence, said},
		{"a name does not take the content", `<div class="has-sidebar"><h1>Löfte</h1>` + sentence + `</div>`, "h1 Löfte" + said},
		{"a cookie dialog longer than the text", `<main>` + sentence + `</main><div class="cookie-law"><p>` + strings.Repeat("Vi sparar kakor för statistik. ", 9) + `</p></div>`, said},
		{"utility classes", `<div class="bg-secondary overflow-hidden print:block translate-x-1">` + sentence + `</div>` + sentence, said + said},
		{"elementor widgets", `<h1>Löfte</h1><div class="elementor-widget elementor-widget-text-editor">` + sentence + `</div>`, "h1 Löfte" + said},
		{"the site's name", `<h1><a href="/">Ekby</a></h1><h2>Löfte</h2>` + sentence, "h2 Löfte" + said},
		{"the site's name without a link", `<div id="top"><h1>Ekby kommun</h1></div><h2>Löfte</h2>` + sentence + `<h3>Ekby kommun</h3>` + sentence, "h2 Löfte" + said + "h3 Ekby kommun" + said},
		{"above the title", `<div>Huvudgren:</div><div>Kontakt</div><h1>Löfte</h1>` + sentence, "h1 Löfte" + said},
		{"a caption above the title stays", `<figure><figcaption>Anna Ek skrev under</figcaption></figure><h1>Löfte</h1>` + sentence, "p Anna Ek skrev under h1 Löfte" + said},
		{"the title outside of main", `<div><h1>Löfte</h1></div><main>` + sentence + `</main>`, "h1 Löfte" + said},
		{"a box of links", `<h1>Löfte</h1>` + sentence + `<div><h2>Annat hos oss</h2><ul><li><a href="/k">Kil – medborgarlöften</a></li></ul></div>`, "h1 Löfte" + said},
		{"attachments in the text", `<h1>Löfte</h1><p>Äldre löften:</p><ul><li><a href="/a.pdf">2021</a></li><li><a href="/b.pdf">2020</a></li><li><a href="/c.pdf">2019</a></li></ul>`,
			"h1 Löfte p Äldre löften: i1L 2021 i1L 2020 i1L 2019"},
		{"contents of the page", `<h1>Löfte</h1>` + sentence + `<ul><li><a href="#a">Trafik</a></li><li><a href="#b">Våld</a></li></ul>` + sentence, "h1 Löfte" + said + said},
		{"teasers", `<h1>Löfte</h1>` + sentence + `<div><h3><a href="/n">Polisen i Norrby</a></h3><p>Polisen lovar mer.</p></div>`, "h1 Löfte" + said},
		{"a contact section in the flow", `<h1>Löfte</h1>` + sentence + `<h2>Kontakt</h2><p>Eva Ek</p><p>0123-45 67 89</p><h2>Uppföljning</h2>` + sentence, "h1 Löfte" + said + "h2 Uppföljning" + said},
		{"a signature below a contact section", `<h1>Löfte</h1>` + sentence + `<h2>Följ oss</h2><p>@polisen.ekby</p><p>/Lena Ek, polischef</p>`, "h1 Löfte" + said + "p /Lena Ek, polischef"},
		{"text under a heading like a box", `<h1>Löfte</h1>` + sentence + `<h2>Mer information</h2>` + sentence, "h1 Löfte" + said + "h2 Mer information" + said},
		{"lines of every site", `<h1>Löfte</h1>` + sentence + `<p>Tipsa en vän | Skriv ut | Lyssna</p><p>Senast uppdaterad: 3 maj</p><p>Dela: <a href="#">Facebook</a></p><p><a href="#t">Till toppen</a></p>`, "h1 Löfte" + said},
		{"addresses at the foot", `<h1>Löfte</h1>` + sentence + `<div>Ekby kommun, Box 1, 123 45 Ekby</div><div>© Ekby</div>`, "h1 Löfte" + said},
		{"a dated signature at the foot stays", `<h1>Löfte</h1>` + sentence + `<p>2023-02-01 skrev Kim Berg under.</p>`, "h1 Löfte" + said + "p 2023-02-01 skrev Kim Berg under."},
		{"a footer that closes the article", `<article><h1>Löfte</h1>` + sentence + `<footer><p>Ekby 2021-02-01</p><p>Anna Ek</p></footer></article>`, "h1 Löfte" + said + "p Ekby 2021-02-01 p Anna Ek"},
		{"a box of facts", `<main><h1>Löfte</h1>` + sentence + `<aside><h2>Fakta</h2><p>Löftet gäller två år.</p></aside></main>`, "h1 Löfte" + said + "h2 Fakta p Löftet gäller två år."},
		{"a form around the page", `<form><h1>Löfte</h1>` + sentence + `</form><form><p>Sök</p></form>`, "h1 Löfte" + said},
	})
}

func TestHidden(t *testing.T) {
	checkRules(t, []rule{
		{"attributes and styles", sentence + `<p hidden>a</p><p style="display: none">b</p><p aria-hidden="true">c</p>`, said},
		{"classes", sentence + `<p class="sr-only">a</p><p class="env-assistive-text">b</p><p class="d-none">c</p>`, said},
		{"shown on some screens", `<p class="hidden md:block">Polisen lovar mer.</p><p class="d-none d-lg-block">Kommunen lovar mer.</p>`, "p Polisen lovar mer. p Kommunen lovar mer."},
		{"a rule in the page", `<style>.x1, p.y {display:none} @media print{.z{display:none}}</style><p class="x1">a b c</p><p class="z">Polisen lovar mer.</p>`, "p Polisen lovar mer."},
		{"a panel by its control", `<h2><button aria-controls="p1">Trafik</button></h2><div id="p1" hidden>` + sentence + `</div>` + sentence, "h2 Trafik" + said + said},
		{"a panel by its name", `<div class="accordion"><button aria-expanded="false">Trafik</button><div style="display:none">` + sentence + `</div></div>` + sentence, "h6 Trafik" + said + said},
		{"a part that a link opens", `<a href="#f">Visa</a><a href="javascript:void 0" onclick="show('g')">Visa</a><div id="f" style="display:none">` + sentence + `</div><div id="g" hidden>` + sentence + `</div>` + sentence + sentence, said + said + said + said},
		{"a page behind an open dialog", `<div aria-hidden="true"><h1>Löfte</h1>` + sentence + `</div><div role="dialog"><h1>Kakor</h1></div>`, "h1 Löfte" + said},
		{"a tab", `<div role="tablist"><button role="tab" id="t">Polisens del</button></div><div role="tabpanel" aria-labelledby="t" hidden>` + sentence + `</div>` + sentence, "h6 Polisens del" + said + said},
		{"a menu behind a button", `<button aria-controls="m" aria-expanded="false">Meny</button><nav id="m" hidden><a href="/">Kil</a></nav>` + sentence, said},
		{"other buttons", sentence + `<button>Lyssna nu</button>`, said},
		{"a hidden page is shown by its script", `<div style="display:none">` + sentence + `</div>`, said},
	})
}

func TestDataFilesAreInTheFormInWhichTheyAreLookedUp(t *testing.T) {
	for _, name := range []string{"headings", "labels", "roles", "speech", "open"} {
		list := entries(name)
		require.NotEmpty(t, list, name)
		for _, e := range list {
			require.Equal(t, fold(e), e, name)
		}
	}
	for line := range words().lines {
		require.Equal(t, fold(line), line)
	}
	require.NotEmpty(t, words().openings)
	for _, e := range entries("lines") {
		require.Contains(t, "=^", e[:1], e)
	}
	for _, e := range entries("classes") {
		kind, list, ok := strings.Cut(e, "\t")
		require.True(t, ok, e)
		require.Contains(t, []string{"never", "furniture", "content", "hidden", "shown", "panel", "toggle", "heading", "caption"}, kind)
		require.Equal(t, strings.ToLower(list), list)
	}
}
