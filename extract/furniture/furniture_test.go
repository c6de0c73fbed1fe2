package furniture_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract/furniture"
)

func check(t *testing.T, is func(string) bool, yes, no []string) {
	for _, s := range yes {
		require.True(t, is(s), s)
	}
	for _, s := range no {
		require.False(t, is(s), s)
	}
}

func TestIsNavigation(t *testing.T) {
	check(t, furniture.IsNavigation, []string{
		"Till toppen", "Lyssna   Skriv ut   Dela", "Dela sidan:  Facebook   Twitter   E-post", "Facebook LinkedIn E-post",
		"Sök på polisen.se", "Stäng Meny", "Senast uppdaterad: 2019-02-27", "Javascript är avstängt i din webbläsare.",
		"Vi använder kakor för att webbplatsen ska fungera.", "Läs också: Fler kameror", "Polisen · Polisregion Mitt · Om webbplatsen",
		"Tipsa en vän | Skriv ut | Lyssna",
	}, []string{
		"Polisen lovar", "Dela ut reflexvästar", "Söka med hund", "Sök efter droger i skolor", "Start för trafikkontroller",
		"Kontakt med skolor ska tas", "Tipsa polisen", "Lyssna på invånarna", "Hem för vård", "Polisen / Kommunen", "Trafik   Droger",
		"Godkänner kommunen förslaget ska vägen stängas", "Trafik · Droger · Våld",
	})
}

func TestIsTrail(t *testing.T) {
	check(t, furniture.IsTrail, []string{
		"Start / Om polisen / Medborgarlöften / Laholm", "Start  Om polisen  Medborgarlöften", "Hem › Kommun & politik › Löften",
		"Start/Om polisen/Medborgarlöften/Göteborg, Angered",
	}, []string{"Start av projektet", "Polisen / Kommunen / Skolan", "Hem och skola", "Start / " + strings.Repeat("ord / ", 30)})
}

func TestIsPath(t *testing.T) {
	check(t, furniture.IsPath, []string{"Umeå kommun / Omsorg och hjälp / Trygg och säker"}, []string{"Polis och kommun lovar", "skola/fritid"})
}

func TestIsAddress(t *testing.T) {
	check(t, furniture.IsAddress, []string{
		"Malungs kommun, Box 14, 782 21 Malung   Tfn 0280-181 00", "Bangårdsgatan 2, 568 22 Skillingaryd. Växel 0370-67 80 00",
	}, []string{"Polisen i Malung nås på tel 114 14", "412 55 personer", "Box 14"})
}

func TestHeadings(t *testing.T) {
	check(t, furniture.IsRelatedHeading, []string{"Relaterat", "Relaterad information:", "Läs mer"}, []string{"Relationer", "Mål"})
	check(t, furniture.IsContactHeading, []string{"Kontakt", "Kontakta oss", "Kontakt för medier", "Frågor?", "Presskontakt"},
		[]string{"Kontakter med skolan", "Kontakt med polisen tas varje vecka", "Frågor om droger"})
}

func TestLines(t *testing.T) {
	check(t, furniture.IsLinkName, []string{"Avtal 2018-2020.pdf", "Hylte – medborgarlöften"}, []string{"Polisen ska synas.", "Vi lovar att:"})
	check(t, furniture.IsFileName, []string{"Uppföljning terial 1-3 2018.pdf", "Löfte (bilaga.docx)"}, []string{"Se löfte.pdf. Där står mer", "pdf"})
	check(t, furniture.IsContact, []string{"0303-73 00 00", "kommun@exempel.se", "Vid pågående brott: ring 112."},
		[]string{"Alla tips som kommer in på 114 14 ska återkopplas till den som har lämnat dem.", "2018-2019"})
	check(t, furniture.IsSpeech, []string{"– Vi ska synas, säger Eva."}, []string{"– Vi ska synas."})
}
