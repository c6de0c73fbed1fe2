package ocr

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/layout"
)

// sameSize is the share by which the sizes that were measured of one font may
// differ.
const sameSize = 0.13

// Even makes sizes equal that are so by all appearance, on all pages of a
// document: sizes of recognised words are measured, and differ from line to
// line. What most characters have is the centre of its neighbours.
func Even(pages []layout.Page) {
	count := map[float64]int{}
	for i := range pages {
		for _, w := range pages[i].Words {
			count[w.Size] += utf8.RuneCountInString(w.Text)
		}
	}
	sizes := make([]float64, 0, len(count))
	for s := range count {
		sizes = append(sizes, s)
	}
	slices.Sort(sizes)
	settled := settle(sizes, count)
	for i := range pages {
		for k := range pages[i].Words {
			if w := &pages[i].Words[k]; w.Confidence > 0 {
				w.Size = settled[w.Size]
			}
		}
	}
}

// settle gives each size the centre of the heap that it lies in: heaps are
// taken off, the densest first.
func settle(sizes []float64, count map[float64]int) map[float64]float64 {
	settled := make(map[float64]float64, len(sizes))
	for len(sizes) > 0 {
		centre := densest(sizes, count)
		rest := sizes[:0]
		for _, s := range sizes {
			if math.Abs(s-centre) <= sameSize*centre {
				settled[s] = centre
			} else {
				rest = append(rest, s)
			}
		}
		sizes = rest
	}
	return settled
}

// densest is the size, of an ascending list, around which most characters lie:
// their weighted median.
func densest(sizes []float64, count map[float64]int) float64 {
	best, from, to, most := 0, 0, 0, -1
	sum := 0
	for i := range sizes {
		for to < len(sizes) && sizes[to] <= sizes[i]*(1+sameSize) {
			sum += count[sizes[to]]
			to++
		}
		for sizes[from] < sizes[i]*(1-sameSize) {
			sum -= count[sizes[from]]
			from++
		}
		if sum > most {
			best, most = i, sum
		}
	}
	near := slices.DeleteFunc(slices.Clone(sizes), func(s float64) bool { return math.Abs(s-sizes[best]) > sameSize*sizes[best] })
	seen := 0
	for _, s := range near {
		if seen += count[s]; 2*seen >= most {
			return s
		}
	}
	return sizes[best]
}
