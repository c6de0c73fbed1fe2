package amount

import (
	"sort"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/date"
	"github.com/lofte/lofte/normalize/text"
)

// Match is a target with the bytes [Start, End) of the text that state it.
// Target.Span is unset; Target.Text is that part of the text.
type Match struct {
	model.Target
	Start, End int
}

// Context is what the surroundings of a text say about its targets.
type Context struct {
	Soft bool // the lead-in only aims at them ("Målsättningen är att")
}

// Targets finds the targets that s sets, in the order of the text.
func Targets(s string, c Context) []Match {
	ts := text.Tokens(s)
	sc := &scanner{src: s, ts: ts, rates: date.Rates(ts), frames: date.Frames(s, ts), taken: make([]bool, len(ts))}
	for _, p := range date.Parts(ts) {
		sc.take(p[0], p[1])
	}
	for _, r := range sc.rates {
		sc.take(r.First, r.Next)
	}
	var figures []figure
	for _, bounds := range text.Sentences(ts) {
		figures = append(figures, sc.sentence(bounds[0], bounds[1], figures)...)
	}
	out := make([]Match, 0, len(figures))
	for _, f := range figures {
		f.soft = f.soft || c.Soft
		out = append(out, sc.match(f))
	}
	return out
}

// figure is a target while it is read. It stands in the tokens [i, j); rate
// and frame are the tokens that belong to it, where there are some.
type figure struct {
	comparator    model.Comparator
	value, max    float64
	unit          string
	per, during   string
	average, soft bool
	i, j          int
	far           int  // index after the rate that belongs to it, if later than j
	bare          bool // "en" or "ett" that counts only with a rate
	part          bool // a part of the figure before it ("varav minst en")
	fixed         bool // takes no rate: a limit, a share, a change
}

func (f figure) all() bool { return f.comparator == model.All }

// times reports whether the figure counts occasions of something named
// elsewhere.
func (f figure) times() bool {
	switch f.unit {
	case "gång", "gånger", "ggr", "tillfälle", "tillfällen":
		return true
	}
	return false
}

type scanner struct {
	src    string
	ts     []text.Token
	rates  []date.Rate
	frames []date.Frame
	taken  []bool // tokens that belong to a date, a rate or a figure
}

func (s *scanner) take(i, j int) {
	for k := i; k < j; k++ {
		s.taken[k] = true
	}
}

func (s *scanner) free(i int) bool { return i >= 0 && i < len(s.ts) && !s.taken[i] }

// sentence reads the sentence [a, b); before are the figures of the sentences
// before it.
func (s *scanner) sentence(a, b int, before []figure) []figure {
	if s.reports(a, b) {
		return nil
	}
	var fs []figure
	for i := a; i < b; {
		f, ok := s.figure(i, a, b)
		if !ok {
			i++
			continue
		}
		s.take(f.i, f.j)
		fs = append(fs, f)
		i = max(f.j, i+1)
	}
	fs = s.repeat(a, b, before, fs)
	sort.SliceStable(fs, func(x, y int) bool { return fs[x].i < fs[y].i })
	fs = s.attach(a, b, fs)
	fs = s.dropBare(fs)
	s.qualify(a, b, fs)
	return fs
}

// figure reads the figure at token i of the sentence [a, b).
func (s *scanner) figure(i, a, b int) (figure, bool) {
	if !s.free(i) {
		return figure{}, false
	}
	for _, read := range []func(i, a, b int) (figure, bool){s.change, s.limit, s.share, s.inParentheses, s.count, s.every} {
		if f, ok := read(i, a, b); ok && f.j <= b {
			return f, true
		}
	}
	return figure{}, false
}

// match is the figure as it goes out.
func (s *scanner) match(f figure) Match {
	m := Match{Start: s.ts[f.i].Start, End: s.ts[max(f.j, f.far)-1].End}
	m.Target = model.Target{Comparator: f.comparator, Unit: f.unit, Per: f.per, During: f.during, Average: f.average, Soft: f.soft}
	if !f.all() {
		v := f.value
		m.Value = &v
	}
	if f.comparator == model.Range {
		v := f.max
		m.Max = &v
	}
	m.Text = s.src[m.Start:m.End]
	return m
}
