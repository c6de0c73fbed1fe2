package dataset

import (
	"testing"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

func TestMask(t *testing.T) {
	m := newMask(&model.Record{Promises: []model.Promise{{Signatories: []model.Signatory{{Name: "Bo Ek"}, {Name: "Bo Ek Lund"}, {Name: "A. (Bo) Öst"}}}}})
	for text, want := range map[string]string{
		"Bo Ek":                    "[namn]",
		"säger BO  EK, polischef":  "säger [namn], polischef",
		"Bo\nEk Lund och Bo Ek":    "[namn] och [namn]",
		"Limbo Ek, Bo Ekman":       "Limbo Ek, Bo Ekman",
		"Bo Eks löfte":             "[namn] löfte",
		"a. (bo) öst.":             "[namn].",
		"Bo har en ek":             "Bo har en ek",
		"inget namn":               "inget namn",
		"Ordförande: Bo Ek/Bo Ek.": "Ordförande: [namn]/[namn].",
	} {
		require.Equal(t, want, m.text(text), text)
	}
	require.Nil(t, newMask(&model.Record{}))
}

// A name stands in the situation, in the follow-up and in the signatories of
// the record, and in no file of the dataset.
func TestNamesAreInNoFile(t *testing.T) {
	for _, name := range []string{"Åsa Ek", "ÅSA  EK"} {
		dir, _ := build1(t, options(), kil())
		for file, data := range contents(t, dir) {
			require.NotContains(t, data, name, file)
		}
	}
	named := options()
	named.WithNames = true
	dir, _ := build1(t, named, kil())
	for _, file := range []string{"csv/signatories.csv", "jsonl/evidence.jsonl", "parquet/signatories.parquet", "lofte.db"} {
		require.Contains(t, contents(t, dir)[file], "Åsa Ek", file)
	}
}
