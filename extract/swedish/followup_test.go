package swedish

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFollowUpSentences(t *testing.T) {
	const promise = "# Kil – medborgarlöfte 2018\n• Polisen ska fotpatrullera.\n"
	for sentence, follows := range map[string]bool{
		"Löftet följs upp varje halvår.":                                             true,
		"Löftena följer vi upp före jul.":                                            true,
		"Lokala Brå går igenom löftet i augusti 2018.":                               true,
		"Rapport om löftet lämnas till kommunfullmäktige i februari.":                true,
		"Kommunpolisen lämnar en skriftlig redovisning till kommunstyrelsen i juni.": true,
		"I juni redovisar polisen och kommunen hur löftena har hållits.":             true,
		"Vad som har gjorts redovisas för kommunstyrelsen vid årets slut.":           true,
		"Efter varje kvartal summerar samverkansgruppen vad som har gjorts.":         true,
		"Kommunen har redovisat resultatet av förra årets dialog.":                   false,
		"Löftena har hållits.":                                                       false,
		"Snabb återkoppling till skolan när en elev misstänks för brott.":            false,
		"Vi stämmer av hur det går två gånger per år i rådet.":                       true,
		"Den 15 januari 2018 sätter vi oss ner igen och summerar året.":              true,
		"I juni sätter vi oss ner igen och summerar året.":                           true,
		"I december stämmer vi av om vi har hållit vad vi lovat.":                    true,
		"Varje kvartal går kommunpolisen och kommunen igenom läget.":                 true,
		"Vår återkoppling till den som anmäler är snabb.":                            false,
		"I juni berättade 300 invånare om sin vardag.":                               false,
		"Polisen går igenom anmälda brott.":                                          false,
		"I rapporten om tryggheten svarade 300 invånare.":                            false,
		"Resultatet av enkäten redovisades för kommunstyrelsen.":                     false,
	} {
		f := Parse(document(promise + sentence))
		require.Len(t, f.Sets, 1, sentence)
		require.Equal(t, follows, len(f.Sets[0].FollowUps) == 1, sentence)
	}
}

func TestSignatories(t *testing.T) {
	const promise = "# Kil – medborgarlöfte 2018\n• Polisen ska fotpatrullera.\n"
	for line, names := range map[string][]string{
		"Löftena är undertecknade den 12 december 2017 av kommunstyrelsens ordförande Mikaela Rönn och lokalpolisområdeschef Sven Lindhult.": {"Mikaela Rönn", "Sven Lindhult"},
		"Kommunalrådet Karin Näsmark och lokalpolisområdeschefen Per Hallin undertecknade löftet i dag.":                                     {"Karin Näsmark", "Per Hallin"},
		"Lena Ahlqvist, regionstyrelsens ordförande":                     {"Lena Ahlqvist"},
		"Bo Rydén, kommunchef, och Maria Sjöblom, lokalpolisområdeschef": {"Bo Rydén", "Maria Sjöblom"},
		"Kommunalrådet Karin Näsmark berättar om löftet.":                nil,
	} {
		f := Parse(document(promise + line))
		require.Len(t, f.Sets, 1, line)
		var got []string
		for _, s := range f.Sets[0].Signatories {
			got = append(got, s.Name.Text)
			require.Nil(t, s.Organisation, line)
		}
		require.Equal(t, names, got, line)
	}
}
