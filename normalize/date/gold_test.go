package date

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

const shared = "../../../shared"

type goldRecord struct {
	Promises []struct {
		Validity struct {
			From string `json:"from"`
			To   string `json:"to"`
		} `json:"validity"`
		FollowUp []struct {
			Text       string `json:"text"`
			Every      string `json:"every"`
			Times      int    `json:"times"`
			Due        string `json:"due"`
			Continuous bool   `json:"continuous"`
		} `json:"follow_up"`
		Commitments []struct {
			Text     string `json:"text"`
			Deadline string `json:"deadline"`
		} `json:"commitments"`
	} `json:"promises"`
}

// goldRecords reads the gold beside the repository, none where it is absent.
func goldRecords(t *testing.T) map[string]goldRecord {
	t.Helper()
	out := map[string]goldRecord{}
	for _, dir := range []string{"contract/gold", "documents/gold"} {
		files, err := filepath.Glob(filepath.Join(shared, dir, "*.json"))
		require.NoError(t, err)
		for _, f := range files {
			data, err := os.ReadFile(f)
			require.NoError(t, err)
			var g goldRecord
			require.NoError(t, json.Unmarshal(data, &g), f)
			out[f] = g
		}
	}
	if len(out) == 0 {
		t.Skip("../shared is not there: gold follow-ups and deadlines are not scored")
	}
	return out
}

// TestFollowUpsOfGold compares the rhythm, the count and the flow of each gold
// follow-up. A due date is compared where the text sets a limit.
func TestFollowUpsOfGold(t *testing.T) {
	n := 0
	for file, g := range goldRecords(t) {
		for _, p := range g.Promises {
			for _, fu := range p.FollowUp {
				n++
				every, _ := Every(fu.Text)
				require.Equal(t, fu.Every, every, "%s: %s", file, fu.Text)
				times, _, _ := Times(fu.Text)
				require.Equal(t, fu.Times, times, "%s: %s", file, fu.Text)
				require.Equal(t, fu.Continuous, Continuous(fu.Text), "%s: %s", file, fu.Text)
				for _, d := range Deadlines(fu.Text, Context{From: p.Validity.From, To: p.Validity.To}) {
					require.Equal(t, fu.Due, d.Value, "%s: %s", file, fu.Text)
				}
			}
		}
	}
	require.Positive(t, n)
}

// TestDeadlinesOfGold: every limit that a commitment's own words set is the
// gold deadline. (Deadlines that stand in another cell of a table are not in
// the text.)
func TestDeadlinesOfGold(t *testing.T) {
	n := 0
	for file, g := range goldRecords(t) {
		for _, p := range g.Promises {
			for _, c := range p.Commitments {
				for _, d := range Deadlines(c.Text, Context{From: p.Validity.From, To: p.Validity.To}) {
					n++
					require.Equal(t, c.Deadline, d.Value, "%s: %s", file, c.Text)
				}
			}
		}
	}
	require.Positive(t, n)
}
