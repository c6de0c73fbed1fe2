package gold

import "math"

// Counts are the true positives, false positives and false negatives of a
// field.
type Counts struct {
	TP int `json:"tp"`
	FP int `json:"fp"`
	FN int `json:"fn"`
}

// Precision is the share of the values found that are right, 1 where none was
// found.
func (c Counts) Precision() float64 { return share(c.TP, c.TP+c.FP) }

// Recall is the share of the gold values that were found, 1 where there are
// none.
func (c Counts) Recall() float64 { return share(c.TP, c.TP+c.FN) }

// F1 is the harmonic mean of precision and recall.
func (c Counts) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Rate is how many of a number of cases came out right.
type Rate struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

// Share is the rate as a number from 0 to 1, 1 where there were no cases.
func (r Rate) Share() float64 { return share(r.Right, r.Of) }

func (r *Rate) count(right bool) {
	r.Of++
	if right {
		r.Right++
	}
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// z is the normal quantile for two-sided 95 % bounds.
const z = 1.959963984540054

// Wilson gives the 95 % score interval (E. B. Wilson, 1927) of a share: 0 to 1
// where there were no cases.
func Wilson(part, whole int) (low, high float64) {
	if whole == 0 {
		return 0, 1
	}
	n := float64(whole)
	p := float64(part) / n
	centre := p + z*z/(2*n)
	spread := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	scale := 1 + z*z/n
	return max(0, (centre-spread)/scale), min(1, (centre+spread)/scale)
}
