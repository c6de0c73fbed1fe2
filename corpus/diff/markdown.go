package diff

import (
	"fmt"
	"strings"
)

// Markdown tells the changes in a section for each municipality.
func (r *Report) Markdown(l Language) string {
	var b strings.Builder
	t := l.terms()
	n := r.Levels
	fmt.Fprintf(&b, "# %s\n\n"+t.documents+"\n", t.heading, n.New, n.Added, n.Removed, n.Bytes, n.Text, n.Record)
	if len(r.Changes) == 0 {
		fmt.Fprintf(&b, "\n%s\n", t.none)
	}
	for _, g := range r.byMunicipality(l) {
		fmt.Fprintf(&b, "\n## %s\n\n", escape(g.name))
		for _, c := range g.changes {
			c.item(&b, l)
		}
	}
	return b.String()
}

// item is a change as an item of a list.
func (c *Change) item(b *strings.Builder, l Language) {
	fmt.Fprintf(b, "- **%s**", l.phrase(c.Kind).label)
	if c.Period != "" {
		fmt.Fprintf(b, " (%s)", escape(when(c.Period)))
	}
	if details := c.Details(l); details != "" {
		fmt.Fprintf(b, ": %s", escape(details))
	}
	for _, d := range c.Documents {
		fmt.Fprintf(b, " · <%s>", strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20").Replace(d))
	}
	b.WriteByte('\n')
	for _, text := range c.Commitments {
		fmt.Fprintf(b, "  - %s\n", escape(text))
	}
}

// escape keeps what a document says from being read as Markdown.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "#", `\#`, "|", `\|`).Replace(s)
}
