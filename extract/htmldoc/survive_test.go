package htmldoc

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

// leastSurvival is the share of the list items of main content that must come
// out as items.
const leastSurvival = 0.99

// siteFrames are ways in which sites put their content on the page, around "%s".
var siteFrames = map[string]string{
	"html5": `<header><nav><ul><li><a href="/a">Norrby</a></li></ul></nav></header><main><h1>Löfte</h1>%s</main><footer><ul><li>Adress</li></ul></footer>`,
	"sitevision": `<div class="sv-layout"><ul class="sv-topmenu"><li><a href="/a">A</a></li></ul></div><div class="sv-layout" id="Mittspalt"><div class="sv-text-portlet"><div class="sv-text-portlet-content"><h1>Löfte</h1></div></div>` +
		`<div class="sv-text-portlet sv-use-margins"><div class="sv-text-portlet-content">%s</div></div></div><div class="sv-layout"><h2>Kontakt</h2><ul><li>Tel 0123-45 67</li></ul></div>`,
	"episerver": `<form id="aspnetForm"><div class="c-nav"><a href="/a">A</a> <a href="/b">B</a> <a href="/c">C</a></div><div class="l-main"><div class="article"><h1>Löfte</h1><div class="editor">%s</div></div>` +
		`<div class="c-related"><ul><li><a href="/x">Ekby – medborgarlöften</a></li></ul></div></div></form>`,
	"wordpress": `<div id="page" class="site has-sidebar"><article class="hentry"><header class="entry-header"><h1>Löfte</h1></header><div class="entry-content">%s</div></article>` +
		`<div id="secondary" class="widget-area"><section class="widget"><h2>Senaste nytt</h2><ul><li><a href="/n">Nyhet</a></li></ul></section></div></div>`,
	"tables": `<table><tr><td width="150"><ul><li><a href="/1">Ale</a></li><li><a href="/2">Kil</a></li><li><a href="/3">Eda</a></li></ul></td><td><font size="5"><b>Löfte</b></font><br>%s</td></tr></table>`,
	"divs":   `<div class="a1"><div class="a2"><a href="/">Hem</a></div><div class="a3"><div class="a4">Löfte</div><div class="a5">%s</div></div><div class="a6"><a href="/1">Ale</a><a href="/2">Kil</a><a href="/3">Eda</a></div></div>`,
	"accordion": `<main><h1>Löfte</h1><div class="accordion"><h2><button aria-expanded="false" aria-controls="p">Polisens del</button></h2>` +
		`<div id="p" aria-hidden="true" hidden>%s</div></div></main>`,
	"details": `<main><h1>Löfte</h1><details><summary>Polisens del</summary>%s</details></main>`,
	"bare":    `%s`,
}

// listWays are the ways to write the three items "åka runt i Ekby", "besöka alla
// skolor", "mäta farten på E4" below a lead-in.
var listWays = map[string]string{
	"ul":            "<ul><li>åka runt i Ekby</li><li>besöka alla skolor</li><li>mäta farten på E4</li></ul>",
	"ol":            "<ol><li>åka runt i Ekby</li><li>besöka alla skolor</li><li>mäta farten på E4</li></ol>",
	"unclosed":      "<ul><li>åka runt i Ekby\n<li>besöka alla skolor\n<li>mäta farten på E4\n</ul>",
	"nested":        "<ul><li>åka runt i Ekby<ul><li>besöka alla skolor</li></ul></li><li>mäta farten på E4</li></ul>",
	"misnested":     "<ul><li>åka runt i Ekby</li><ul><li>besöka alla skolor</li></ul><li>mäta farten på E4</li></ul>",
	"paragraphs":    "<ul><li><p>åka runt i Ekby</p></li><li><p>besöka alla skolor</p></li><li><p>mäta farten på E4</p></li></ul>",
	"divs in li":    "<ul><li><div><span>åka</span> <span>runt i Ekby</span></div></li><li><div>besöka alla skolor</div></li><li>mäta <b>farten</b> på E4</li></ul>",
	"linked":        `<ul><li>åka runt i <a href="/e">Ekby</a></li><li><a href="/s">besöka alla skolor</a></li><li>mäta farten på E4</li></ul>`,
	"br bullets":    "<p>• åka runt i Ekby<br>• besöka alla skolor<br/>•&nbsp;mäta farten på E4</p>",
	"br dashes":     "<p>- åka runt i Ekby<br>- besöka alla skolor<br>- mäta farten på E4</p>",
	"p dashes":      "<p>– åka runt i Ekby</p><p>– besöka alla skolor</p><p>– mäta farten på E4</p>",
	"p dots":        "<p>…åka runt i Ekby</p><p>… besöka alla skolor</p><p>... mäta farten på E4</p>",
	"p numbers":     "<p>1. åka runt i Ekby</p><p>2. besöka alla skolor</p><p>3. mäta farten på E4</p>",
	"p letters":     "<p>a) åka runt i Ekby</p><p>b) besöka alla skolor</p><p>c) mäta farten på E4</p>",
	"p o":           "<p>o åka runt i Ekby</p><p>o besöka alla skolor</p><p>o&nbsp; mäta farten på E4</p>",
	"p plain":       "<p>åka runt i Ekby</p><p>besöka alla skolor</p><p>mäta farten på E4</p>",
	"br plain":      "<p>åka runt i Ekby<br>besöka alla skolor<br>mäta farten på E4</p>",
	"divs":          "<div>• åka runt i Ekby</div><div>• besöka alla skolor</div><div>• mäta farten på E4</div>",
	"roles":         `<div role="list"><div role="listitem">åka runt i Ekby</div><div role="listitem">besöka alla skolor</div><div role="listitem">mäta farten på E4</div></div>`,
	"dl":            "<dl><dt>Polisen</dt><dd>åka runt i Ekby</dd><dd>besöka alla skolor</dd><dd>mäta farten på E4</dd></dl>",
	"marker column": "<table><tr><td>•</td><td>åka runt i Ekby</td></tr><tr><td>•</td><td>besöka alla skolor</td></tr><tr><td>•</td><td>mäta farten på E4</td></tr></table>",
	"two columns":   "<table><tr><td><ul><li>åka runt i Ekby</li><li>besöka alla skolor</li></ul></td><td><ul><li>mäta farten på E4</li></ul></td></tr></table>",
	"word": `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='font-family:Symbol'>·<span>&nbsp;&nbsp; </span></span>åka runt i Ekby</p>` +
		`<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='font-family:Wingdings'>§<span>&nbsp;&nbsp; </span></span>besöka alla skolor</p>` +
		`<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span>o<span>&nbsp;&nbsp; </span></span>mäta farten på E4</p>`,
}

// TestListsSurviveEverywhere puts each list on each site.
func TestListsSurviveEverywhere(t *testing.T) {
	want := []string{"åka runt i Ekby", "besöka alla skolor", "mäta farten på E4"}
	for frame, outer := range siteFrames {
		for way, inner := range listWays {
			text := fmt.Sprintf(outer, "<p>Polisen och kommunen lovar invånarna att:</p>"+inner+"<p>Löftet följs upp varje år.</p>")
			d, err := Read(context.Background(), []byte(text), Options{})
			require.NoError(t, err)
			var items []string
			for _, b := range d.Blocks {
				if b.Kind == model.Item {
					items = append(items, b.Text)
				}
			}
			require.Equal(t, want, items, "%s in %s:\n%s", way, frame, show(d))
		}
	}
}

const shared = "../../../shared/documents/docs/*.html"

// notMain are the parts of the development documents that hold lists of the
// site.
const notMain = "nav, aside, footer, header, .l-header, .l-aside, #header, .sv-cookie-consent, .sv-related, .sv-jcrmenu-portlet, .sv-custom-module, " +
	".sidebar, .breadcrumbs, .c-breadcrumb, .right, section.kontakt, main ~ section, .col-4"

// TestListItemsSurvive counts the items of real lists, and of lists faked with
// line breaks, over the development documents.
func TestListItemsSurvive(t *testing.T) {
	files, err := filepath.Glob(shared)
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skip("../shared is not there: the list items of its documents are not counted")
	}
	survived, all := 0, 0
	for _, file := range files {
		s, a := survival(t, file)
		survived, all = survived+s, all+a
	}
	require.NotZero(t, all)
	t.Logf("%d of %d list items survive", survived, all)
	require.GreaterOrEqual(t, float64(survived), leastSurvival*float64(all))
}

var (
	naming     = regexp.MustCompile(`\s(class|id|role|aria-label)="[^"]*"`)
	semantic   = regexp.MustCompile(`<(/?)(main|article|header|nav|footer|aside|section)\b`)
	stylesheet = regexp.MustCompile(`(?s)<style.*?</style>`)
)

// TestNamesAreNotNeeded takes every class, id, role and semantic element off
// the development documents: content and furniture must still come apart, but
// for some lines.
func TestNamesAreNotNeeded(t *testing.T) {
	files, err := filepath.Glob(shared)
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skip("../shared is not there: its documents are not read without their names")
	}
	differ, all := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		bare := stylesheet.ReplaceAll(semantic.ReplaceAll(naming.ReplaceAll(data, nil), []byte("<${1}div")), nil)
		want, got := blockCounts(t, data), blockCounts(t, bare)
		for text, n := range want {
			all += n
			differ += max(n-got[text], 0)
		}
		for text, n := range got {
			differ += max(n-want[text], 0)
		}
	}
	require.NotZero(t, all)
	t.Logf("%d of %d blocks differ", differ, all)
	require.LessOrEqual(t, float64(differ), (1-leastSurvival)*float64(all))
}

func blockCounts(t *testing.T, data []byte) map[string]int {
	d, err := Read(context.Background(), data, Options{})
	require.NoError(t, err)
	counts := map[string]int{}
	for _, b := range d.Blocks {
		counts[label(b)+" "+b.Text]++
	}
	return counts
}

func survival(t *testing.T, file string) (survived, all int) {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(string(data)))
	require.NoError(t, err)
	d, err := Read(context.Background(), data, Options{})
	require.NoError(t, err)
	got := map[string]int{}
	for _, b := range d.Blocks {
		if b.Kind == model.Item {
			got[bare(b.Text)]++
		}
	}
	for _, item := range expectedItems(doc) {
		all++
		if got[item] == 0 {
			t.Logf("%s: lost %q", filepath.Base(file), item)
			continue
		}
		got[item]--
		survived++
	}
	return survived, all
}

var (
	tag    = regexp.MustCompile(`<[^>]*>`)
	breaks = regexp.MustCompile(`<br/?>`)
	ends   = regexp.MustCompile(`<br/?>|<p>|<p [^>]*>|<ul|<ol`)
	faked  = regexp.MustCompile(`^(?:•|- |\d\) )[\s\x{a0}]*(.*)`)
)

// expectedItems are the first lines of the items in main content.
func expectedItems(doc *goquery.Document) []string {
	var out []string
	doc.Find(notMain).Remove()
	doc.Find("li").Each(func(_ int, s *goquery.Selection) {
		html, _ := s.Html()
		for _, l := range ends.Split(html, -1) {
			if text := plainLine(l); text != "" {
				out = append(out, text)
				return
			}
		}
	})
	doc.Find("p").Each(func(_ int, s *goquery.Selection) {
		html, _ := s.Html()
		for _, l := range breaks.Split(html, -1) {
			if m := faked.FindStringSubmatch(plainLine(l)); m != nil {
				out = append(out, bare(m[1]))
			}
		}
	})
	return out
}

func plainLine(html string) string {
	return bare(strings.NewReplacer("&amp;", "&", "&nbsp;", "\u00a0", "&#34;", `"`).Replace(tag.ReplaceAllString(html, "")))
}

func bare(s string) string { return strings.Join(strings.Fields(s), " ") }
