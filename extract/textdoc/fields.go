package textdoc

import "github.com/lofte/lofte/extract/fieldname"

// fieldTable reads a table whose first column names what the second holds: the
// fields of one undertaking or of several. A line that starts where the values
// do goes on with the one above.
func fieldTable(ls []line) (*table, int) {
	t, n, value := &table{}, 0, 0
	deed, about := false, false
	for ; n < len(ls) && (n == 0 || ls[n].gap <= 1); n++ {
		ps := parts(ls[n])
		name := fieldname.Of(ps[0].text)
		if len(ps) == 2 && name != fieldname.None && (n == 0 || beside(ps[1].column, value)) {
			deed, about = deed || name == fieldname.Deed, about || name == fieldname.About
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

// beside reports whether two lines of a column start there.
func beside(a, b int) bool { return a-b <= tolerance && b-a <= tolerance }
