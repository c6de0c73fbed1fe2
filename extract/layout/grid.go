package layout

import (
	"cmp"
	"math"
	"slices"
)

// Sizes in points of what makes a ruled table.
const (
	ruleJoin     = 3.0  // lines this near to one another touch or are one
	tableRules   = 3000 // lines of a page beyond which no table is looked for
	leastColumn  = 12.0
	leastRow     = 5.0
	openRuleLeft = 4.0 // left ends of an open table's lines differ by less
)

// grid is the lines of a ruled table: edges of its columns and rows.
type grid struct {
	box       Box
	xs, ys    []float64
	verticals []Box
	levels    []Box // level lines, and the upper and lower edges of shaded areas
	gaps      []gap // between the columns of an open table
}

// grids finds the ruled tables of a page: sets of lines that touch one another
// and make at least two columns, and stacks of level lines of equal width.
func grids(p *Page, items []item) []grid {
	if len(p.Rules) == 0 || len(p.Rules) > tableRules {
		return nil
	}
	var out []grid
	var level []Box
	for _, set := range touching(p.Rules) {
		g, ok := closedGrid(set)
		if ok {
			out = append(out, g)
			continue
		}
		for _, y := range g.ys {
			level = append(level, Box{g.box.X0, y, g.box.X1, y})
		}
	}
	for _, g := range openGrids(level) {
		out = append(out, g.separate(items)...)
	}
	return out
}

// touching groups lines that touch, each group in order of y.
func touching(rules []Box) [][]Box {
	rules = slices.Clone(rules)
	slices.SortStableFunc(rules, func(a, b Box) int { return cmp.Compare(a.Y0, b.Y0) })
	sets := newSets(len(rules))
	for i := range rules {
		for j := i + 1; j < len(rules) && rules[j].Y0 <= rules[i].Y1+ruleJoin; j++ {
			if rules[j].X0 <= rules[i].X1+ruleJoin && rules[i].X0 <= rules[j].X1+ruleJoin {
				sets.join(i, j)
			}
		}
	}
	index, out := map[int]int{}, [][]Box{}
	for i, r := range rules {
		root := sets.find(i)
		k, ok := index[root]
		if !ok {
			k = len(out)
			index[root] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], r)
	}
	return out
}

// sets are disjoint sets of numbers: each number's parent, itself for the one
// that stands for its set.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(i, j int) { s[s.find(j)] = s.find(i) }

// closedGrid makes a grid of lines that touch. Its outer edges are those of
// the lines' box, so that a table without a frame has its outer columns too.
func closedGrid(set []Box) (grid, bool) {
	g := grid{box: set[0]}
	var xs, ys []float64
	for _, r := range set {
		g.box = g.box.union(r)
		if min(r.Width(), r.Height()) > ruleJoin { // a shaded row or cell
			ys = append(ys, r.Y0, r.Y1)
			g.levels = append(g.levels, Box{r.X0, r.Y0, r.X1, r.Y0}, Box{r.X0, r.Y1, r.X1, r.Y1})
		} else if r.Width() >= r.Height() {
			ys = append(ys, (r.Y0+r.Y1)/2)
			g.levels = append(g.levels, r)
		} else {
			xs = append(xs, (r.X0+r.X1)/2)
			g.verticals = append(g.verticals, r)
		}
	}
	g.xs = edges(append(xs, g.box.X0, g.box.X1), leastColumn)
	g.ys = edges(append(ys, g.box.Y0, g.box.Y1), leastRow)
	return g, len(g.xs) >= 3 && len(g.ys) >= 2 && len(xs) > 0 && len(ys) > 0
}

// edges sorts positions and joins those nearer than least.
func edges(at []float64, least float64) []float64 {
	slices.Sort(at)
	out := at[:1]
	for _, x := range at[1:] {
		if x-out[len(out)-1] >= least {
			out = append(out, x)
		}
	}
	return out
}

// openRules is the least number of level lines of a table without upright ones.
const openRules = 3

// openGrids stacks level lines with the same ends.
func openGrids(level []Box) []grid {
	slices.SortStableFunc(level, func(a, b Box) int { return cmp.Compare(a.Y0, b.Y0) })
	used := make([]bool, len(level))
	var out []grid
	for i := range level {
		if used[i] {
			continue
		}
		g := grid{box: level[i]}
		for j := i; j < len(level); j++ {
			if !used[j] && math.Abs(level[j].X0-level[i].X0) < openRuleLeft && math.Abs(level[j].X1-level[i].X1) < openRuleLeft {
				used[j] = true
				g.box = g.box.union(level[j])
				g.ys = append(g.ys, level[j].Y0)
			}
		}
		if g.ys = edges(g.ys, leastRow); len(g.ys) >= openRules {
			out = append(out, g)
		}
	}
	return out
}

// White in em, from core to core.
const (
	betweenTables = 1.5 // that no cell has inside
	paddingMost   = 3.5 // the most that an open table's rows have at top and foot
	paddingShare  = 1.3 // times the usual padding is the most of any row
)

// separate cuts a stack of level lines where what stands between two of them is
// no row: lines of different sizes, or far apart.
func (g grid) separate(items []item) []grid {
	inside, _ := g.part(items)
	rows := g.between(slabs(inside))
	size := usualSize(inside)
	padding := max(betweenTables*size, min(paddingShare*g.padding(rows), paddingMost*size))
	var out []grid
	start := 0
	for i, row := range rows {
		if !isRow(row, g.ys[i], g.ys[i+1], size, padding) {
			out = append(out, g.rows(start, i)...)
			start = i + 1
		}
	}
	return append(out, g.rows(start, len(g.ys)-1)...)
}

// between parts slabs by the level lines that they stand between.
func (g grid) between(strips []slab) [][]slab {
	out := make([][]slab, len(g.ys)-1)
	k := 0
	for i := range out {
		from := k
		for k < len(strips) && strips[k].y1 <= g.ys[i+1]+ruleJoin {
			k++
		}
		out[i] = strips[from:k]
	}
	return out
}

// padding is the median white at the top of rows, 0 for fewer than openRules
// rows with text: an even padding is what tells the rows of a table with much of
// it from lines that only divide a page.
func (g grid) padding(rows [][]slab) float64 {
	var white []float64
	for i, row := range rows {
		if len(row) > 0 {
			white = append(white, row[0].y0-g.ys[i])
		}
	}
	if len(white) < openRules {
		return 0
	}
	slices.Sort(white)
	return white[len(white)/2]
}

// rows is the part of the grid from one level line to another, if it is enough
// to be a table.
func (g grid) rows(from, to int) []grid {
	if to-from+1 < openRules-1 {
		return nil
	}
	part := grid{box: g.box, ys: slices.Clone(g.ys[from : to+1])}
	part.box.Y0, part.box.Y1 = g.ys[from], g.ys[to]
	return []grid{part}
}

// isRow reports whether the slabs between two level lines can be one row of a
// table whose text has the given size, with at most some padding.
func isRow(strips []slab, top, bottom, size, padding float64) bool {
	at, limit := top, padding
	for i := range strips {
		if !sameStyleSize(itemSize(strips[i].items[0]), size) || strips[i].y0-at > limit {
			return false
		}
		at, limit = strips[i].y1, betweenTables*size
	}
	return len(strips) == 0 || bottom-at <= padding
}

// usualSize is the size that most of the words have.
func usualSize(items []item) float64 {
	count, best := map[int]int{}, 0
	for _, it := range items {
		c := sizeClass(itemSize(it))
		count[c]++
		if count[c] > count[best] {
			best = c
		}
	}
	return float64(best) / 2
}

// parted reports whether a line stands between columns c-1 and c at height y.
// Where no upright line crosses that height, every edge parts.
func (g *grid) parted(c int, y float64) bool {
	crossed := false
	for _, v := range g.verticals {
		if v.Y0-ruleJoin > y || y > v.Y1+ruleJoin {
			continue
		}
		crossed = true
		if abs((v.X0+v.X1)/2-g.xs[c]) < leastColumn/2 {
			return true
		}
	}
	return !crossed
}
