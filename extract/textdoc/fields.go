package textdoc

import "strings"

// The names of the fields of an undertaking: what is done, and by whom or when.
var (
	deedFields  = set("vad", "vad vi gör", "vad gör vi", "det gör vi", "vad ska göras", "åtgärd", "insats", "aktivitet", "åtagande", "löfte")
	aboutFields = set("vem", "vem gör det", "ansvarig", "ansvariga", "ansvar", "utförare", "när", "tid", "tidplan", "tidpunkt", "klart")
	otherFields = set("var", "plats", "mål", "målgrupp", "hur", "kontakt", "uppföljning", "syfte", "kommentar")
)

// fieldTable reads a table whose first column names what the second holds: the
// fields of one undertaking or of several. A line that starts where the values
// do goes on with the one above.
func fieldTable(ls []line) (*table, int) {
	t, n, value := &table{}, 0, 0
	deed, about := false, false
	for ; n < len(ls) && (n == 0 || ls[n].gap <= 1); n++ {
		ps := parts(ls[n])
		if len(ps) == 2 && isField(ps[0].text) && (n == 0 || beside(ps[1].column, value)) {
			name := fieldName(ps[0].text)
			deed, about = deed || deedFields[name], about || aboutFields[name]
			value = ps[1].column
			t.rows = append(t.rows, []string{ps[0].text, ps[1].text})
		} else if n > 0 && len(ps) == 1 && ls[n].gap == 0 && beside(ps[0].column, value) {
			t.rows[len(t.rows)-1][1] += "\n" + ps[0].text
		} else {
			break
		}
	}
	if !deed || !about {
		return nil, 0
	}
	return t, n
}

func fieldName(s string) string { return strings.ToLower(strings.Trim(s, " :?*")) }

func isField(s string) bool {
	name := fieldName(s)
	return deedFields[name] || aboutFields[name] || otherFields[name]
}

// beside reports whether two lines of a column start there.
func beside(a, b int) bool { return a-b <= tolerance && b-a <= tolerance }
