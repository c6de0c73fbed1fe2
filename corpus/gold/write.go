package gold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
)

// WriteText writes the figures as a table: the fields at each level, then the
// rates, each with its 95 % bounds. The same report gives the same bytes.
func (r Report) WriteText(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%-15s %-7s %-5s %-13s %-5s %-13s %-5s %5s %5s %5s\n", "field", "level", "P", "95 %", "R", "95 %", "F1", "tp", "fp", "fn")
	for _, f := range r.Fields {
		for l := Exact; l < levels; l++ {
			writeCounts(b, f.Name, l, f.At(l))
		}
	}
	fmt.Fprintln(b)
	for _, x := range []struct {
		name string
		rate Rate
	}{
		{"kind", r.Kind}, {"actors", r.Actors}, {"area_links", r.AreaLinks}, {"negatives", r.Negatives}, {"perfect", r.Perfect},
	} {
		fmt.Fprintf(b, "%-15s %.3f %-13s (%d/%d)\n", x.name, x.rate.Share(), bounds(x.rate.Right, x.rate.Of), x.rate.Right, x.rate.Of)
	}
	fmt.Fprintf(b, "\n%d documents, %d of them without a record, %d records without gold\n", r.Documents, len(r.Missing), r.Unknown)
	return b.Flush()
}

func writeCounts(w io.Writer, name string, l Level, c Counts) {
	fmt.Fprintf(w, "%-15s %-7s %.3f %-13s %.3f %-13s %.3f %5d %5d %5d\n", name, l,
		c.Precision(), bounds(c.TP, c.TP+c.FP), c.Recall(), bounds(c.TP, c.TP+c.FN), c.F1(), c.TP, c.FP, c.FN)
}

func bounds(part, whole int) string {
	low, high := Wilson(part, whole)
	return fmt.Sprintf("[%.3f %.3f]", low, high)
}

// WriteMistakes writes every miss, every spurious and every wrong value of the
// fuzzy level, a line each, by document and field.
func (r Report) WriteMistakes(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, name := range r.Missing {
		fmt.Fprintf(b, "%s: no record\n", name)
	}
	for _, m := range r.Mistakes {
		text := m.Gold + m.Got
		if m.Sort == Wrong {
			text = "gold " + m.Gold + ", got " + m.Got
		}
		fmt.Fprintf(b, "%s: %s: %s: %s\n", m.Document, m.Field, m.Sort, strings.Join(strings.Fields(text), " "))
	}
	return b.Flush()
}

// WriteJSON writes the report as indented JSON, shares and bounds to four
// decimals.
func (r Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// MarshalJSON gives the counts with the figures that follow from them.
func (c Counts) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		TP              int        `json:"tp"`
		FP              int        `json:"fp"`
		FN              int        `json:"fn"`
		Precision       float64    `json:"precision"`
		PrecisionBounds [2]float64 `json:"precision_95"`
		Recall          float64    `json:"recall"`
		RecallBounds    [2]float64 `json:"recall_95"`
		F1              float64    `json:"f1"`
	}{
		c.TP, c.FP, c.FN, round(c.Precision()), roundedBounds(c.TP, c.TP+c.FP),
		round(c.Recall()), roundedBounds(c.TP, c.TP+c.FN), round(c.F1()),
	})
}

// MarshalJSON gives the rate with its share.
func (r Rate) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Right  int        `json:"right"`
		Of     int        `json:"of"`
		Share  float64    `json:"share"`
		Bounds [2]float64 `json:"share_95"`
	}{r.Right, r.Of, round(r.Share()), roundedBounds(r.Right, r.Of)})
}

func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

func roundedBounds(part, whole int) [2]float64 {
	low, high := Wilson(part, whole)
	return [2]float64{round(low), round(high)}
}
