package htmldoc

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

func TestLimits(t *testing.T) {
	cases := []struct {
		name string
		page string
		opts Options
		want model.Code
	}{
		{"no bytes", "", Options{}, model.Empty},
		{"white space", " \n\t ", Options{}, model.Empty},
		{"no text", "<html><body><script>x()</script><nav><a href=/>Hem</a></nav></body></html>", Options{}, model.NoText},
		{"nested divs", strings.Repeat("<div>", 100_000) + "Polisen lovar", Options{}, model.TooDeep},
		{"nested tables", strings.Repeat("<table><tr><td>", 5_000) + "x", Options{}, model.TooDeep},
		{"nested lists", strings.Repeat("<ul><li>", 5_000) + "x", Options{}, model.TooDeep},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(context.Background(), []byte(c.page), c.opts)
			var readErr *model.ReadError
			require.ErrorAs(t, err, &readErr)
			require.Equal(t, c.want, readErr.Code)
		})
	}
}

func TestTagsOverTheLimitAreCutOff(t *testing.T) {
	doc, err := Read(context.Background(), []byte("<body>"+strings.Repeat("<p>ord</p>", 60)), Options{MaxTags: 99})
	require.NoError(t, err)
	require.Len(t, doc.Blocks, 49)
	require.Equal(t, model.Truncated, doc.Diagnostics[0].Code)
	doc, err = Read(context.Background(), []byte("<body>"+strings.Repeat("<p>ord</p>", 49)), Options{MaxTags: 99})
	require.NoError(t, err)
	require.Len(t, doc.Blocks, 49)
	require.Empty(t, doc.Diagnostics)
}

// TestHostilePagesAreRead holds pages that are no error but could take long or
// much memory.
func TestHostilePagesAreRead(t *testing.T) {
	for name, page := range map[string]string{
		"unclosed formatting": strings.Repeat("<p><b>", 20_000) + "ord",
		"unclosed fonts":      strings.Repeat("<font size=1>", 400) + "ord",
		"many attributes":     "<p " + strings.Repeat("a=1 ", 100_000) + ">Polisen</p>",
		"entities":            "<p>" + strings.Repeat("&aring;", 200_000),
		"unclosed comment":    "<p>ord</p><!--" + strings.Repeat("x-", 1_000_000),
		"unclosed style":      "<p>ord</p><style>" + strings.Repeat("a{", 500_000),
		"wide colspan":        strings.Repeat("<table><tr><td colspan=99999 rowspan=99999>x<td>y</tr></table>", 100),
		"many rowspans":       "<table>" + strings.Repeat("<tr><td rowspan=9999>ord", 20_000) + "</table>",
		"many data columns":   "<table><tr>" + strings.Repeat("<th>ord", 1_000) + "<tr>" + strings.Repeat("<td>ord ord", 1_000) + "</table>",
		"many columns":        "<table><tr>" + strings.Repeat("<td>ord", 50_000) + "<tr><td>ord</table>",
		"many lines":          "<p>" + strings.Repeat("- ord<br>", 50_000),
		"many marks":          strings.Repeat("<p>1. ord</p>", 50_000),
		"many lead-ins":       strings.Repeat("<p>ord:</p>", 50_000),
		"ids":                 strings.Repeat("<div class=accordion hidden id=a><a aria-controls=a href=#a>ord</a></div>", 5_000),
		"headings":            strings.Repeat("<h1 class=cookie>ord</h1>", 20_000),
		"links":               strings.Repeat("<div><a href=/>x</a><a href=/>x</a><a href=/>x</a></div>", 10_000) + "<p>Polisen lovar</p>",
		"nul bytes":           "<p>Pol\x00isen \xff\xfe\xfa lovar</p>",
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(context.Background(), []byte(page), Options{})
			require.NoError(t, err)
			require.NotEmpty(t, d.Blocks)
		})
	}
}

func TestBlocksAreCutOffAtTheLimit(t *testing.T) {
	d, err := Read(context.Background(), []byte(strings.Repeat("<p>rad</p>", 5)), Options{MaxBlocks: 3})
	require.NoError(t, err)
	require.Len(t, d.Blocks, 3)
	require.Equal(t, model.Truncated, d.Diagnostics[0].Code)
}

func TestReadStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, []byte("<p>Polisen</p>"), Options{})
	require.ErrorIs(t, err, context.Canceled)
}
