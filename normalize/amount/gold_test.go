package amount

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// goldPromise is the part of a gold record that targets are scored on.
type goldRecord struct {
	Promises []struct {
		Commitments []struct {
			Text    string `json:"text"`
			Targets []struct {
				Comparator string   `json:"comparator"`
				Value      *float64 `json:"value"`
				Per        string   `json:"per"`
			} `json:"targets"`
		} `json:"commitments"`
	} `json:"promises"`
}

const shared = "../../../shared"

// leastAgreement is what precision and recall of the targets must reach on the
// gold commitments, as tools/score.py counts them.
const leastAgreement = 0.97

func TestTargetsOfGold(t *testing.T) {
	var files []string
	for _, dir := range []string{"contract/gold", "documents/gold"} {
		found, err := filepath.Glob(filepath.Join(shared, dir, "*.json"))
		require.NoError(t, err)
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("../shared is not there: gold targets are not scored")
	}
	hit, spurious, missed, texts := 0, 0, 0, map[string]bool{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		var g goldRecord
		require.NoError(t, json.Unmarshal(data, &g), f)
		for _, p := range g.Promises {
			for _, c := range p.Commitments {
				if texts[c.Text] {
					continue
				}
				texts[c.Text] = true
				var want []string
				for _, w := range c.Targets {
					want = append(want, key(w.Comparator, w.Value, w.Per))
				}
				var got []string
				for _, m := range Targets(c.Text, Context{}) {
					got = append(got, key(string(m.Comparator), m.Value, m.Per))
				}
				h, s, m := compare(want, got)
				hit, spurious, missed = hit+h, spurious+s, missed+m
				if s+m > 0 {
					t.Logf("%s: want %v got %v: %s", filepath.Base(f), want, got, c.Text)
				}
			}
		}
	}
	require.Positive(t, hit)
	precision := float64(hit) / float64(hit+spurious)
	recall := float64(hit) / float64(hit+missed)
	t.Logf("%d commitments: precision %.3f, recall %.3f (right %d, spurious %d, missed %d)", len(texts), precision, recall, hit, spurious, missed)
	require.GreaterOrEqual(t, precision, leastAgreement)
	require.GreaterOrEqual(t, recall, leastAgreement)
}

func key(comparator string, value *float64, per string) string {
	if value == nil {
		return fmt.Sprintf("%s %s", comparator, per)
	}
	return fmt.Sprintf("%s %g %s", comparator, *value, per)
}

// compare counts what two lists share, whatever their order.
func compare(want, got []string) (hit, spurious, missed int) {
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	for _, g := range got {
		if left[g] > 0 {
			left[g]--
			hit++
		} else {
			spurious++
		}
	}
	return hit, spurious, len(want) - hit
}
