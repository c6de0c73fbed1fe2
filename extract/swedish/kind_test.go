package swedish

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

func TestKind(t *testing.T) {
	const list = "\nMedborgarlöftet gäller 2019.\n• Polisen ska fotpatrullera i centrum.\n• Kommunen ska byta belysning."
	for _, c := range []struct {
		document string
		kind     model.Kind
		why      string
	}{
		{"# Medborgarlöfte Kil 2019" + list, model.KindPromise, "commitments"},
		{"# Medborgarlöfte Kil 2019\nDet här är en överenskommelse mellan polisen och kommunen." + list, model.KindPromise, "commitments"},
		{"# Medborgarlöfte Kil 2019\nDetta är ett löfte till dig." + list, model.KindPromise, "commitments"},
		{"# Inför sommaren: Kils medborgarlöfte" + list, model.KindPromise, "commitments"},
		{"# Så skrivs ett medborgarlöfte\nDet här är en vägledning för dig som deltar i arbetet." + list, model.KindOther, "genre"},
		{"# Minnesanteckningar från Brå" + list, model.KindOther, "genre"},
		{"# Brottsförebyggande rådet\nFöregående anteckningar läggs till handlingarna." + list, model.KindOther, "minutes"},
		{"# Kils kommun\n# Kommunstyrelsen\n# Sida 1\n# Medborgarlöfte\n# Ärende 4\n# Protokollsutdrag\nJusterandes signatur" + list, model.KindOther, "minutes"},
		{"# Brottsförebyggande rådet\nÖvriga frågor" + list, model.KindPromise, "commitments"},
		{"# Säg din mening inför nästa medborgarlöfte" + list, model.KindOther, "next-promise"},
		{"# Vårt löfte till nästa generation" + list, model.KindPromise, "commitments"},
		{"Brottsförebyggande rådet\nBilaga 3\n2020-02-18\n# Bokslut för medborgarlöftet 2019" + list, model.KindFollowUp, "follow-up-title"},
	} {
		r := markCues(document(c.document))
		buildOutline(r)
		f := newFacts(r)
		for _, rule := range Rules() {
			rule.read(f)
		}
		kind, why := decideKind(f)
		require.Equal(t, c.kind, kind, c.document)
		require.Equal(t, c.why, why, c.document)
	}
}

func TestInterviewAnswersAreNoPromises(t *testing.T) {
	facts := Parse(document(`# Hur går det i Kil?
– Vi ska ha minst två trafikkontroller i veckan, säger kommunpolisen.
Vad händer mer?
– Jag kommer att gå mycket till fots, och kommunen ska byta belysning.
Medborgarlöftet gäller till och med december 2022.`))
	require.Equal(t, model.KindOther, facts.Kind)
}

func TestTitleOfPlainLines(t *testing.T) {
	for line, title := range map[string]bool{
		"Medborgarlöfte för trygghet i Ovanåkers kommun": true,
		"Medborgarlöften 2019":                           true,
		"Medborgarlöftet undertecknades i går.":          false,
		"Medborgarlöftet gäller hela kommunen":           false,
		"Ett medborgarlöfte för trygghet i centrum":      false,
	} {
		facts := Parse(document(line + "\nPolisen ska fotpatrullera i centrum."))
		require.Equal(t, title, facts.Title != nil && facts.Title.Text == line, line)
	}
}
