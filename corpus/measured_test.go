package corpus

import (
	"strings"
	"testing"

	"github.com/lofte/lofte/corpus/gold"
	"github.com/stretchr/testify/require"
)

// The figures read are those that are written: writing the fuzzy ones again
// gives the same lines.
func TestMeasured(t *testing.T) {
	r, err := Measured()
	require.NoError(t, err)
	require.Positive(t, r.Documents)
	require.NotEmpty(t, r.Fields)
	var again strings.Builder
	require.NoError(t, r.WriteText(&again))
	for line := range strings.Lines(again.String()) {
		if f := strings.Fields(line); len(f) > 1 && (f[1] == gold.Fuzzy.String() || strings.HasSuffix(line, ")\n")) {
			require.Contains(t, measured, line)
		}
	}
}
