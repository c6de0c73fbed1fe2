package dataset

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/corpus/dataset/schema"
	"github.com/lofte/lofte/model"
)

// Masked stands where a name was taken out of a text.
const Masked = "[namn]"

// mask takes the names of people out of rows. The nil mask takes out none.
type mask struct{ names *regexp.Regexp }

// newMask takes out the names of all who sign in a record, however their
// letters are cased and their words parted. Without names it is nil.
func newMask(r *model.Record) *mask {
	var names []string
	for i := range r.Promises {
		for _, s := range r.Promises[i].Signatories {
			if words := strings.Fields(s.Name); len(words) > 0 {
				names = append(names, namePattern(words))
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	// Go takes the first alternative that matches, so a name goes before its
	// own beginning.
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	return &mask{regexp.MustCompile(`(?i)` + strings.Join(names, "|"))}
}

// namePattern is a name as it may stand in a text, also in the genitive.
func namePattern(words []string) string {
	quoted := make([]string, 0, len(words))
	for _, w := range words {
		quoted = append(quoted, regexp.QuoteMeta(w))
	}
	return strings.Join(quoted, `\s+`) + `s?`
}

// apply takes the names out of a row. A text that is nothing but a name is
// withheld where its column knows that reason.
func (m *mask) apply(columns []schema.Column, row []schema.Cell) {
	if m == nil {
		return
	}
	for i, cell := range row {
		switch v := cell.Value.(type) {
		case string:
			row[i].Value = m.text(v)
			if row[i].Value == Masked && slices.Contains(columns[i].Missing, schema.Withheld) {
				row[i] = schema.Lacking(schema.Withheld)
			}
		case []string:
			row[i].Value = m.list(v)
		}
	}
}

func (m *mask) list(items []string) []string {
	masked := slices.Clone(items)
	for i, item := range masked {
		masked[i] = m.text(item)
	}
	return masked
}

// text replaces the names in a text, where they are not part of longer words.
func (m *mask) text(s string) string {
	var out strings.Builder
	rest := 0
	for _, at := range m.names.FindAllStringIndex(s, -1) {
		if isWithinWord(s, at[0], at[1]) {
			continue
		}
		out.WriteString(s[rest:at[0]])
		out.WriteString(Masked)
		rest = at[1]
	}
	if rest == 0 {
		return s
	}
	return out.String() + s[rest:]
}

// isWithinWord reports whether a letter stands before or after s[from:to].
func isWithinWord(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return from > 0 && unicode.IsLetter(before) || to < len(s) && unicode.IsLetter(after)
}
