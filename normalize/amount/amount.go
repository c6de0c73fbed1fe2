package amount

import (
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

	// Previous is the last target of the commitment before in the same list,
	// which "lika många" repeats; nil for none.
	Previous *model.Target
}

// Targets finds the targets that s sets, in the order of the text.
func Targets(s string, c Context) []Match {
	sc := newScanner(s)
	var out []Match
	for _, f := range sc.figures(previous(c.Previous)) {
		f.soft = f.soft || c.Soft
		out = append(out, sc.match(f))
	}
	return out
}

// figure is a target while it is read. It stands in the tokens [i, j).
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

// rateable reports whether a rate can belong to the figure.
func (f figure) rateable() bool { return !f.fixed && !f.all() && f.per == "" }

// scanner reads a text sentence by sentence.
type scanner struct {
	src   string
	ts    []text.Token
	taken []bool // tokens that belong to a date, a rate or a figure
	sentence
}

// sentence is the one that is read: the tokens [a, b), its rates and frames,
// and its sense.
type sentence struct {
	a, b   int
	rates  []date.Rate
	frames []date.Frame
	sense
}

func newScanner(s string) *scanner {
	ts := text.Tokens(s)
	sc := &scanner{src: s, ts: ts, taken: make([]bool, len(ts))}
	for _, p := range date.Parts(ts) {
		sc.take(p[0], p[1])
	}
	return sc
}

func (s *scanner) take(i, j int) {
	for k := i; k < j; k++ {
		s.taken[k] = true
	}
}

func (s *scanner) free(i int) bool { return i >= 0 && i < len(s.ts) && !s.taken[i] }

// figures reads all sentences; before are figures that the text may repeat.
func (s *scanner) figures(before []figure) []figure {
	rates, frames := date.Rates(s.ts), date.Frames(s.src, s.ts)
	for _, r := range rates {
		s.take(r.First, r.Next)
	}
	out := before
	for _, bounds := range text.Sentences(s.ts) {
		s.sentence = sentence{a: bounds[0], b: bounds[1]}
		for len(rates) > 0 && rates[0].First < s.b {
			s.rates, rates = append(s.rates, rates[0]), rates[1:]
		}
		for len(frames) > 0 && frames[0].First < s.b {
			s.frames, frames = append(s.frames, frames[0]), frames[1:]
		}
		s.sense = s.readSense()
		if s.reports {
			continue
		}
		fs := s.read(out)
		s.soften(fs, out)
		out = append(out, fs...)
	}
	return out[len(before):]
}

// read gives the figures of the sentence; before are those of the sentences
// before it.
func (s *scanner) read(before []figure) []figure {
	var fs []figure
	for i := s.a; i < s.b; {
		f, ok := s.figure(i)
		if !ok {
			i++
			continue
		}
		again := len(fs) > 0 && s.restates(f)
		s.take(f.i, f.j)
		if !again {
			fs = append(fs, f)
		}
		i = max(f.j, i+1)
	}
	fs = s.repeat(before, fs)
	fs = s.attach(fs)
	fs = s.dropBare(fs)
	s.qualify(before, fs)
	return fs
}

// figure reads the figure at token i.
func (s *scanner) figure(i int) (figure, bool) {
	if !s.free(i) || !s.opens(i) {
		return figure{}, false
	}
	for _, read := range []func(int) (figure, bool){s.change, s.limit, s.share, s.portion, s.inParentheses, s.count, s.every} {
		if f, ok := read(i); ok && f.j <= s.b {
			return f, true
		}
	}
	return figure{}, false
}

// opens reports whether a figure may begin with token i; most words do not.
func (s *scanner) opens(i int) bool {
	t := s.ts[i]
	switch t.Kind {
	case text.Digits:
		return true
	case text.Mark:
		return t.Text == "("
	}
	if in(opener, t.Text) || factor(t.Text) != 0 {
		return true
	}
	_, number := text.Cardinal(t.Text)
	return number
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
