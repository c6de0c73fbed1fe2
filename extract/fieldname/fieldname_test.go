package fieldname

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOf(t *testing.T) {
	for label, want := range map[string]Class{
		"Vad vi gör:": Deed, "ÅTGÄRD": Deed, "Vem?": About, "När": About, "* Plats": Other,
		"Badhuset": None, "Vad polisen gjorde": None, "": None, "# Names": None,
	} {
		require.Equal(t, want, Of(label), label)
	}
	require.Len(t, names(), 33)
}
