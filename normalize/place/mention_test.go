package place_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/normalize/place"
)

// render writes each mention as "words=name/form", which keeps the table short.
func render(text string) string {
	var found []string
	for _, m := range place.Mentions(text) {
		found = append(found, fmt.Sprintf("%s=%s/%s", text[m.Start:m.End], m.Municipality.Name, m.Form))
	}
	return strings.Join(found, "; ")
}

func TestMentions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"LPO Karlstad och Kils kommun lovar", "Karlstad=Karlstad/unit; Kils kommun=Kil/official"},
		{"Lokalpolisområde Eskilstuna/Strängnäs", "Eskilstuna=Eskilstuna/unit; Strängnäs=Strängnäs/unit"},
		{"lokalpolisområde Storgöteborg Kungälv-Ale", "Kungälv=Kungälv/unit; Ale=Ale/unit"},
		{"Vara – medborgarlöften", "Vara=Vara/name"},
		{"Stockholm, Norrmalm – medborgarlöften", "Stockholm=Stockholm/name"},
		{"Medborgarlöfte Kil", "Kil=Kil/name"},
		{"Medborgarlöfte 2019 för Mora", "Mora=Mora/name"},
		{"Medborgarlöfte Mora 2020", "Mora=Mora/name"},
		{"Kils medborgarlöfte", "Kils=Kil/genitive"},
		{"Vi vill öka tryggheten i Lund.", "Lund=Lund/name"},
		{"kommunen i Kil", "kommunen i Kil=Kil/official"},
		{"Staden Göteborg och Göteborg stad", "Staden Göteborg=Göteborg/official; Göteborg stad=Göteborg/official"},
		{"Göteborgs stads arbete", "Göteborgs stads=Göteborg/official"},
		{"Haparanda kommun", "Haparanda kommun=Haparanda/official"},
		{"Region Gotland och polisen", "Region Gotland=Gotland/official"},
		{"på Gotland", "Gotland=Gotland/name"},
		{"ARBOGA KOMMUN", "ARBOGA KOMMUN=Arboga/official"},
		{"VARA KOMMUN", "VARA KOMMUN=Vara/official"},
		{"Upplands Väsby kommun", "Upplands Väsby kommun=Upplands Väsby/official"},
		{"i Upplands Väsby", "Upplands Väsby=Upplands Väsby/name"},
		{"i Dals Ed", "Dals Ed=Dals-Ed/name"},
		{"Malung-Sälens kommun", "Malung-Sälens kommun=Malung-Sälen/official"},
		{"i Lilla Edet och Östra Göinge", "Lilla Edet=Lilla Edet/name; Östra Göinge=Östra Göinge/name"},
		{"Upplands\nVäsby", "Upplands\nVäsby=Upplands Väsby/name"},
		{"kommunerna Stenungsund, Tjörn och Orust", "Stenungsund=Stenungsund/official; Tjörn=Tjörn/official; Orust=Orust/official"},
		{"Kils, Grums samt Forshaga kommuner", "Kils=Kil/official; Grums=Grums/official; Forshaga=Forshaga/official"},
		{"i Mora, Orsa och Älvdalen", "Mora=Mora/name; Orsa=Orsa/name; Älvdalen=Älvdalen/name"},
		{"Kils och Karlstads kommun", "Kils=Kil/official; Karlstads kommun=Karlstad/official"},
		{"karlstads kommun lovar", "karlstads kommun=Karlstad/official"},
		{"Va\u0308stera\u030as stad", "Va\u0308stera\u030as stad=Västerås/official"},
		{"Polisen, kommunen i Vara och Skara", "kommunen i Vara=Vara/official; Skara=Skara/name"},
	} {
		require.Equal(t, c.want, render(c.text), c.text)
	}
}

func TestMentionsOfNothing(t *testing.T) {
	for _, text := range []string{
		"", "polisen ska vara synlig", "Vara synlig är viktigt", "Det ska vara kommun och polis som samarbetar",
		"Mark och miljö", "mark- och miljönämnden", "i Mark- och miljödomstolen", "I MARK OCH SKOG", "i vara händer",
		"Torbjörn Lund, kommunchef", "Torbjörn Lund, Eva Berg och Nora Boden", "Mora-Nisse Eriksson", "Nora Karlsson",
		"Hallsbergsvägen 3", "Stockholms väg", "Borås gata", "Kalmar län", "Örebro läns landsting", "Region Stockholm",
		"Region Uppsala", "karlstad", "kontakt@Karlstad.se", "www.Kumla.se", "Boden är en bod", "Säter och fäbodar",
		"Överkalixvägen", "Klippan vid havet", "ett berg, en lund och en kil", "Salem Andersson", "Medborgarlöfte\nVara trygg",
		"Medborgarlöfte Vara trygg hemma", "Sala Silvergruva", "Ale eller lager?",
	} {
		require.Empty(t, render(text), text)
	}
}

func TestByFormTakesTheWholeText(t *testing.T) {
	for _, text := range []string{"", "kommunen", "Kils kommun lovar", "Polisen", "Kil och Grums", "Region Skåne"} {
		_, ok := place.ByForm(text)
		require.False(t, ok, text)
	}
}

var mentionSeeds = []string{
	"", "Kil", "LPO Karlstad och Kils kommun lovar", "kommunerna Stenungsund, Tjörn och Orust", "Lokalpolisområde",
	"Medborgarlöfte 2019 2020 för", "\xff\xfeKils\xff kommun", "Upplands-\u0308Väsby", "i\u00a0Lund- och", "Mora–",
}

func FuzzMentions(f *testing.F) {
	require.NotEmpty(f, mentionSeeds)
	for _, seed := range mentionSeeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, m := range place.Mentions(text) {
			require.GreaterOrEqual(t, m.Start, end)
			require.Greater(t, m.End, m.Start)
			require.LessOrEqual(t, m.End, len(text))
			require.True(t, !utf8.ValidString(text) || utf8.ValidString(text[m.Start:m.End]))
			end = m.End
		}
		place.ByForm(text)
	})
}

func BenchmarkMentions(b *testing.B) {
	text := strings.Repeat("Polisen i lokalpolisområde Karlstad och Kils kommun lovar att det ska vara tryggt i Mora. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		place.Mentions(text)
	}
}
