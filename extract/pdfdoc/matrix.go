package pdfdoc

import "github.com/ledongthuc/pdf"

// matrix is a transformation [a b c d e f] of ISO 32000-1, 8.3.3: a point
// (x, y) becomes (a·x + c·y + e, b·x + d·y + f).
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times is the transformation m followed by n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// move is m with its origin moved by (x, y) in m's own space.
func (m matrix) move(x, y float64) matrix {
	m[4], m[5] = m.apply(x, y)
	return m
}

// matrixIn reads an array of six numbers.
func matrixIn(v pdf.Value) (m matrix) {
	for i := range m {
		m[i] = v.Index(i).Float64()
	}
	return m
}
