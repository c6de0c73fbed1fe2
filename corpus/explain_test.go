package corpus

import (
	"strings"
	"testing"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

func TestExplain(t *testing.T) {
	lines := Explain(&model.Document{Text: proofText}, proofRecord())
	var got []string
	for _, line := range lines {
		var b strings.Builder
		for _, s := range line.Segments {
			b.WriteString(s.Field + "<" + s.Text + "> ")
		}
		for _, v := range line.Found {
			b.WriteString("| " + v.Field + " " + v.Rule)
		}
		got = append(got, strings.TrimSpace(b.String()))
	}
	require.Equal(t, []string{
		"title<Löfte > validity<2019> | title | validity",
		"party<Polisen> under< ska:> | party | under",
		"<• > commitment<synas mer på torget> | commitment item",
		"<• > details<svara i> | details",
		"details<1. telefon>",
		"signatory<Anna Ek> <, > signatory<chef> | signatory | signatory",
	}, got)
}

// A record of another document must not bring the program down.
func TestExplainForeignSpans(t *testing.T) {
	require.NotPanics(t, func() { Explain(&model.Document{Text: "Kort"}, proofRecord()) })
	require.Len(t, Explain(&model.Document{}, &model.Record{}), 1)
}
