package quality_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"

	"github.com/lofte/lofte/extract/quality"
)

const sound = `Medborgarlöfte för Hällefors kommun 2021–2022. Polisen och kommunen har frågat invånarna vad som gör dem otrygga.
Många svarar att det är trafiken vid skolorna och den öppna narkotikahandeln vid resecentrum. Polisen lovar att genomföra minst
två hastighetskontroller i veckan på Sikforsvägen. Kommunen lovar att byta belysningen i parken före den 1 oktober 2021. Parterna
följer upp löftet varje kvartal i det brottsförebyggande rådet. Fältgruppen finns ute bland ungdomar på fredagskvällar under hela
terminen. Resultatet redovisas på kommunens webbplats. Löftet gäller till och med den 31 december 2022. Vid brott som pågår ska du
ringa 112. Tipsa gärna polisen om du ser något som verkar misstänkt. Trygghetsvandringar hålls en gång per termin i varje tätort.
Räddningstjänsten utbildar elever i årskurs 8 om anlagda bränder. Föreningarna får stöd att ha öppet längre på helgerna.`

// mapLetters puts a text through a function of its letters.
func mapLetters(f func(r rune) rune) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return f(r)
		}
		return r
	}, sound)
}

func shifted(by rune) string {
	return mapLetters(func(r rune) rune {
		if r > 'z' {
			return r + by
		}
		return 'a' + (unicode.ToLower(r)-'a'+by)%26
	})
}

func twiceDecoded(times int) string {
	text := sound
	for range times {
		text, _ = charmap.Windows1252.NewDecoder().String(text)
	}
	return text
}

func shuffled(text string, within func([]rune)) string {
	words := strings.Fields(text)
	for i, w := range words {
		r := []rune(w)
		within(r)
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}

func spaced(text string) string {
	return strings.Join(strings.Split(strings.ReplaceAll(text, " ", ""), ""), " ")
}

// noise is what recognition makes of a picture.
func noise(random *rand.Rand) string {
	const signs = `|I_l1iIíjJ.,:;~^"'\/()[]{}<>«»=-—*+#%&$§£€@°oO0eEcC«rnmwvVYyTtfF`
	var b strings.Builder
	for range 400 {
		for range 1 + random.IntN(6) {
			r := []rune(signs)
			b.WriteRune(r[random.IntN(len(r))])
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func TestGarbageIsBelowTheBar(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	shuffle := func(r []rune) { random.Shuffle(len(r), func(i, j int) { r[i], r[j] = r[j], r[i] }) }
	words := strings.Fields(strings.Repeat(sound+" ", 3))
	random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	for name, text := range map[string]string{
		"codes of a font, three on":      shifted(3),
		"codes of a font, thirteen on":   shifted(13),
		"codes of a font, 29 back":       mapLetters(func(r rune) rune { return r - 29 }),
		"letters without a name":         mapLetters(func(r rune) rune { return 0xF000 + r%256 }),
		"undecodable bytes":              mapLetters(func(r rune) rune { return '\ufffd' }),
		"decoded thrice":                 twiceDecoded(3),
		"letters apart":                  spaced(sound),
		"letters of each word shuffled":  shuffled(sound, shuffle),
		"words shuffled":                 strings.Join(words, " "),
		"recognition of a picture":       noise(random),
		"every third letter undecodable": thirds(sound),
	} {
		q := quality.Of(text)
		t.Logf("%.2f %s", q.Score, name)
		require.True(t, q.Garbage(), "%s: %.2f of %d letters", name, q.Score, q.Letters)
	}
}

func thirds(text string) string {
	n := 0
	return strings.Map(func(r rune) rune {
		if n++; unicode.IsLetter(r) && n%3 == 0 {
			return '\ufffd'
		}
		return r
	}, text)
}

func TestLanguageIsAboveTheBar(t *testing.T) {
	for name, text := range map[string]string{
		"Swedish":     sound,
		"in capitals": strings.ToUpper(sound),
		"a list in lower case": strings.Repeat("synliga patruller i centrum; fler vuxna på stan; bättre belysning vid skolan; samverkan om unga; "+
			"kontroller av serveringstillstånd; grannsamverkan. ", 5),
		"names and figures":   strings.Repeat("Lokalpolisområde Östra Fyrbodal, BRÅ, SSPF, 114 14, Dnr KS 2019/123, Anna-Karin Åkesson. ", 6),
		"a table of contents": strings.Repeat("Samverkan mot ungdomsbrott"+strings.Repeat(".", 80)+" 4\nÅtgärder"+strings.Repeat(" .", 60)+" 12\n", 10),
		"lines to write on":   strings.Repeat("Namn: "+strings.Repeat("_", 90)+" Telefon: "+strings.Repeat("-", 60)+" Underskrift\n", 12),
		"boxes to tick":       strings.Repeat("\uf0a8 Polisen \uf0a8 Kommunen \uf0a8\uf0a8\uf0a8\uf0a8 Annan ", 12),
		"decoded twice once":  strings.Repeat("Polisen lovar att vara synlig i centrum. ", 8) + "MedborgarlÃ¶fte fÃ¶r Ã„lvkarleby.",
		"English": strings.Repeat("The police and the municipality promise to patrol the city centre and to talk with young people. "+
			"The result will be published every year on the website. ", 3),
		"German": strings.Repeat("Die Polizei und die Gemeinde wollen gemeinsam die Sicherheit erhöhen. Im Frühjahr werden zusätzliche "+
			"Streifen durch die Innenstadt gehen, und die Schulen erhalten Unterstützung. ", 3),
		"Finnish": strings.Repeat("Poliisi ja kunta lupaavat yhdessä lisätä turvallisuutta. Keväällä keskustassa partioidaan useammin. ", 4),
		"Polish": strings.Repeat("Policja i gmina obiecują wspólnie poprawić bezpieczeństwo. Wiosną dodatkowe patrole będą chodzić "+
			"po śródmieściu, a szkoły otrzymają wsparcie wychowawców. ", 3),
		"Russian": strings.Repeat("Полиция и муниципалитет обещают вместе повысить безопасность. ", 6),
		"Arabic":  strings.Repeat("تعد الشرطة والبلدية معا بزيادة الأمن في المدينة. ", 8),
		"Chinese": strings.Repeat("警察和市政府承诺共同提高安全。", 20),
		"Latin": strings.Repeat("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore "+
			"et dolore magna aliqua. ", 4),
	} {
		q := quality.Of(text)
		t.Logf("%.2f %s", q.Score, name)
		require.False(t, q.Garbage(), "%s: %.2f of %d letters", name, q.Score, q.Letters)
	}
}

// Nobody can tell of a few letters whether they are a name or garbage.
func TestShortTextIsNotJudged(t *testing.T) {
	for _, text := range []string{"", "qxz", "Xq wvb 12", "PÄRM"} {
		require.False(t, quality.Of(text).Garbage(), text)
	}
}

func BenchmarkOf(b *testing.B) {
	text := strings.Repeat(sound, 5)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		quality.Of(text)
	}
}
