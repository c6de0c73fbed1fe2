package nightly

import (
	"fmt"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/diff"
)

// words are those that a report is written with.
type words struct {
	title, suspect, published, accepted, alarms, sources, found, changes, reparsed, left string
}

func wordsOf(l diff.Language) words {
	if l == diff.Swedish {
		return words{
			title: "Nattens körning %s", published: "Posterna är publicerade: %d dokument, %d löften, %d åtaganden, %d olästa.",
			suspect:  "**Misstänkt körning.** Posterna från en tidigare natt gäller fortfarande. Nattens har %d dokument, %d löften, %d åtaganden, %d olästa.",
			accepted: " (godtaget)", alarms: "Larm", sources: "Källor",
			found: "- %s: %d dokument (%d publicerade före), svarade senast %s", changes: "Förändringar i världen", reparsed: "Förändringar genom ny tolkning (%s)",
			left: "- %s: %d sidor väntar till %s: %s",
		}
	}
	return words{
		title: "Nightly run %s", published: "The records are published: %d documents, %d promises, %d commitments, %d unread.",
		suspect:  "**Suspect run.** The records of an earlier night still hold. This night's have %d documents, %d promises, %d commitments, %d unread.",
		accepted: " (accepted)", alarms: "Alarms", sources: "Sources",
		found: "- %s: %d documents (%d published before), last answered %s", changes: "Changes of the world", reparsed: "Changes of the parser (%s)",
		left: "- %s: %d pages wait until %s: %s",
	}
}

// Markdown tells of a run for people.
func (r *Report) Markdown(l diff.Language) string {
	var b strings.Builder
	w := wordsOf(l)
	verdict := w.published
	if r.Suspect() {
		verdict = w.suspect
	}
	fmt.Fprintf(&b, "# "+w.title+"\n\n"+verdict+"\n", r.Run, r.Count.Documents, r.Count.Promises, r.Count.Commitments, r.Count.Failed)
	if len(r.Alarms) > 0 {
		fmt.Fprintf(&b, "\n## %s\n\n", w.alarms)
	}
	for _, a := range r.Alarms {
		note := ""
		if a.Accepted {
			note = w.accepted
		}
		fmt.Fprintf(&b, "- **%s** %s%s\n", a.Kind, a.Message, note)
	}
	fmt.Fprintf(&b, "\n## %s\n\n", w.sources)
	for _, s := range r.Sources {
		fmt.Fprintf(&b, w.found+"\n", s.Name, s.Found, s.Published, s.Heard.Format(time.RFC3339))
	}
	for _, h := range r.Fetch.Left {
		fmt.Fprintf(&b, w.left+"\n", h.Host, h.Pages, h.Until.UTC().Format(time.RFC3339), h.Reason)
	}
	fmt.Fprintf(&b, "\n## %s\n\n%s", w.changes, below(r.World.Markdown(l)))
	if r.Reparsed != nil {
		fmt.Fprintf(&b, "\n## "+w.reparsed+"\n\n%s", r.Parser, below(r.Reparsed.Markdown(l)))
	}
	return b.String()
}

// below is a text without its title, its headings one level deeper.
func below(markdown string) string {
	_, text, _ := strings.Cut(markdown, "\n\n")
	return strings.ReplaceAll(text, "\n## ", "\n### ")
}
