package diff_test

import (
	"context"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/model"
)

// document is a document as a script edits it: its lines, and the record that
// they give.
type document struct {
	path   string
	lines  []string
	record *model.Record
	added  int // commitments that were added to it
}

// edit changes a document, and says which change is to be told; "" is none. It
// reports false where the document does not lend itself to it.
type edit func(*document) (want string, ok bool)

var tags = regexp.MustCompile(`<[^>]*>`)

// list begins or ends a list: such a line can be neither removed nor doubled.
var list = regexp.MustCompile(`</?[uo]l\b`)

// bare is the text of a line, without markup and list marker.
func bare(line string) string {
	_, text := model.ListMarker(html.UnescapeString(tags.ReplaceAllString(line, "")))
	return strings.Join(strings.Fields(text), " ")
}

// lineOf is the only line that holds a text and nothing else, -1 for none.
func (d *document) lineOf(text string) int {
	found := -1
	for i, l := range d.lines {
		if bare(l) != text {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// commitments calls f for each commitment that has a line of its own, until it
// reports true.
func (d *document) commitments(f func(p *model.Promise, i, line int) bool) bool {
	for k := range d.record.Promises {
		p := &d.record.Promises[k]
		for i := range p.Commitments {
			if line := d.lineOf(p.Commitments[i].Text); line >= 0 && !list.MatchString(d.lines[line]) && f(p, i, line) {
				return true
			}
		}
	}
	return false
}

// with is a line with another text in place of its own.
func with(line, old, new string) string {
	i := strings.Index(line, old)
	if i < 0 {
		return ""
	}
	return line[:i] + new + line[i+len(old):]
}

func add(d *document) (want string, ok bool) {
	text := fmt.Sprintf("bjuda in till en öppen kväll om %s på biblioteket", subjects[d.added%len(subjects)])
	ok = d.commitments(func(p *model.Promise, i, line int) bool {
		added := with(d.lines[line], p.Commitments[i].Text, text)
		if added == "" || !hasActors(p, i) || !bareItem(p, i) {
			return false
		}
		d.lines = slices.Insert(d.lines, line+1, added)
		d.added++
		return true
	})
	return told1(diff.CommitmentAdded, text), ok
}

// subjects are what added commitments are about.
var subjects = []string{"cykelstölder", "bedrägerier mot äldre", "klotter"}

// bareItem reports whether a commitment has no subject of its own: "synas mer".
func bareItem(p *model.Promise, i int) bool {
	return unicode.IsLower([]rune(p.Commitments[i].Text)[0])
}

func hasActors(p *model.Promise, i int) bool { return len(p.Commitments[i].Actors) > 0 }

func remove(d *document) (want string, ok bool) {
	ok = d.commitments(func(p *model.Promise, i, line int) bool {
		if len(p.Commitments) < 3 {
			return false
		}
		want = told1(diff.CommitmentRemoved, p.Commitments[i].Text)
		d.lines = slices.Delete(d.lines, line, line+1)
		return true
	})
	return want, ok
}

func reword(d *document) (want string, ok bool) {
	ok = d.commitments(func(p *model.Promise, i, line int) bool {
		was := p.Commitments[i].Text
		now := strings.TrimRight(was, ".") + " i samarbete med föreningslivet"
		changed := with(d.lines[line], was, now)
		if changed == "" || len(was) < 40 {
			return false
		}
		d.lines[line] = changed
		want = told1(diff.CommitmentReworded, now)
		return true
	})
	return want, ok
}

// move puts a commitment below one of another actor.
func move(d *document) (want string, ok bool) {
	ok = d.commitments(func(p *model.Promise, i, line int) bool {
		return d.commitments(func(q *model.Promise, j, below int) bool {
			if p != q || !hasActors(p, i) || !hasActors(p, j) || !bareItem(p, i) || slices.Equal(p.Commitments[i].Actors, p.Commitments[j].Actors) ||
				!slices.Equal(p.Commitments[i].ProblemAreas, p.Commitments[j].ProblemAreas) || last(p, i) {
				return false
			}
			moved := d.lines[line]
			d.lines = slices.Insert(d.lines, below+1, moved)
			if below < line {
				line++
			}
			d.lines = slices.Delete(d.lines, line, line+1)
			want = told1(diff.CommitmentMoved, p.Commitments[i].Text)
			return true
		})
	})
	return want, ok
}

// last reports whether no other commitment of the same actors is left.
func last(p *model.Promise, i int) bool {
	n := 0
	for j := range p.Commitments {
		if slices.Equal(p.Commitments[j].Actors, p.Commitments[i].Actors) {
			n++
		}
	}
	return n < 3
}

var yearInText = regexp.MustCompile(`20[12][0-9]`)

// prolong moves the end of a stated period by two years.
func prolong(d *document) (want string, ok bool) {
	if len(d.record.Promises) != 1 || d.record.Promises[0].Validity == nil {
		return "", false
	}
	v := d.record.Promises[0].Validity
	years := yearInText.FindAllStringIndex(v.Text, -1)
	if v.Basis != model.Stated || v.To == "" || len(years) < 2 {
		return "", false
	}
	at := years[len(years)-1]
	var year int
	fmt.Sscan(v.Text[at[0]:at[1]], &year)
	now := v.Text[:at[0]] + fmt.Sprint(year+2) + v.Text[at[1]:]
	text := strings.Join(d.lines, "\n")
	if strings.Count(text, v.Text) != 1 {
		return "", false
	}
	d.lines = strings.Split(strings.Replace(text, v.Text, now, 1), "\n")
	return told1(diff.PeriodChanged, v.EDTF), true
}

// renew makes the promise one of ten years later.
func renew(d *document) (want string, ok bool) {
	if len(d.record.Promises) != 1 || d.record.Promises[0].Validity == nil || d.record.Promises[0].Validity.To == "" {
		return "", false
	}
	if !strings.Contains(strings.Join(d.lines, "\n"), d.record.Promises[0].Validity.Text) {
		return "", false // mended, or over several lines
	}
	for i, l := range d.lines {
		d.lines[i] = yearInText.ReplaceAllStringFunc(l, func(y string) string {
			var year int
			fmt.Sscan(y, &year)
			return fmt.Sprint(year + 10)
		})
	}
	return told1(diff.PromiseAdded, d.record.Promises[0].Validity.EDTF), true
}

// stamp adds what means nothing.
func stamp(d *document) (want string, ok bool) {
	text := strings.Join(d.lines, "\n")
	at := strings.LastIndex(text, "</body>")
	if at < 0 {
		return "", false
	}
	d.lines = strings.Split(text[:at]+"<footer><p>Sidan uppdaterades 3 maj 2024. Besökare: 1 234.</p></footer>"+text[at:], "\n")
	return "", true
}

func told1(k diff.Kind, text string) string { return string(k) + " | " + text }

// short is a change as told1 has it.
func short(c *diff.Change) string {
	switch c.Kind {
	case diff.PeriodChanged:
		return told1(c.Kind, c.Was)
	case diff.PromiseAdded:
		return told1(c.Kind, c.Replaces)
	}
	return told1(c.Kind, c.Text)
}

// readable are the documents of a folder that a script can edit.
func readable(t *testing.T, dir string) []*document {
	var out []*document
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	require.NoError(t, err)
	for _, path := range paths {
		if ext := filepath.Ext(path); ext != ".html" && ext != ".txt" {
			continue
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		d := &document{path: path, lines: strings.Split(string(data), "\n")}
		d.record = d.convert(t)
		out = append(out, d)
	}
	require.NotEmpty(t, out)
	return out
}

func (d *document) convert(t *testing.T) *model.Record {
	src := corpus.Stream(filepath.Base(d.path), strings.NewReader(strings.Join(d.lines, "\n")))
	_, record := corpus.One(context.Background(), src, corpus.Options{})
	require.False(t, record.Failed(), d.path)
	return record
}

// edits is how often each kind of edit is made at most.
const edits = 5

// Twenty edits and more by script, each kind several times, in the documents
// themselves: all of them are told, and nothing else.
func TestEditsAreTold(t *testing.T) {
	for name, dir := range map[string]string{"own": "../gold/testdata/own/docs", "development": "../../../shared/documents/docs"} {
		t.Run(name, func(t *testing.T) {
			if _, err := os.Stat(dir); err != nil {
				t.Skipf("%s is not there: %v", dir, err)
			}
			testEdits(t, readable(t, dir))
		})
	}
}

func testEdits(t *testing.T, docs []*document) {
	old := make([]*model.Record, len(docs))
	for i, d := range docs {
		old[i] = d.record
	}
	want, made := editAll(docs)
	now := make([]*model.Record, len(docs))
	for i, d := range docs {
		now[i] = d.convert(t)
	}
	report, err := diff.Records(all(old...), all(now...))
	require.NoError(t, err)
	var got []string
	for i := range report.Changes {
		got = append(got, report.Changes[i].Documents[0]+": "+short(&report.Changes[i]))
	}
	slices.Sort(want)
	slices.Sort(got)
	t.Logf("%d changes to be told: %v", len(want), made)
	require.Equal(t, want, got)
	require.GreaterOrEqual(t, len(want), 20)
	for kind, n := range made {
		require.Greater(t, n, 1, kind)
	}
}

// editAll makes the edits: those to a promise as a whole in documents of their
// own, those to commitments several in one document. It returns what is to be
// told, and how often each kind was made.
func editAll(docs []*document) (want []string, made map[string]int) {
	made = map[string]int{}
	taken := map[*document]string{}
	kinds := []struct {
		name, sort string
		edit       edit
	}{{"move", "moved", move}, {"add", "items", add}, {"reword", "items", reword}, {"remove", "items", remove},
		{"prolong", "prolonged", prolong}, {"renew", "renewed", renew}, {"stamp", "stamped", stamp}}
	done := map[string]int{}
	for range edits {
		for _, kind := range kinds {
			for _, d := range docs {
				again := kind.name + " " + d.path
				if done[again] >= 2 || taken[d] != "" && (taken[d] != kind.sort || kind.sort != "items") || len(d.record.Promises) == 0 {
					continue
				}
				text, ok := kind.edit(d)
				if !ok {
					continue
				}
				if text != "" {
					want = append(want, filepath.Base(d.path)+": "+text)
				}
				taken[d] = kind.sort
				done[again]++
				made[kind.name]++
				break
			}
		}
	}
	return want, made
}
