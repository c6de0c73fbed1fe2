package topic_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/normalize/topic"
)

// topicCases are texts with the topics they give, in order; "" for what must
// give none.
var topicCases = map[string]string{
	"Polisen ska ingripa mot rattfylleri i trafiken":  "rattfylleri trafik",
	"Stölder och inbrott":                             "tillgrepp",
	"Bostadsinbrott":                                  "bostadsinbrott",
	"hastighetskontroller":                            "hastighet",
	"ANDT-arbete mot alkohol och narkotika":           "alkohol narkotika andt",
	"drogfria aktiviteter för unga":                   "narkotika unga-risk",
	"bättre gatubelysning":                            "otrygg-miljo",
	"hot och våld":                                    "hot-vald",
	"våld i nära relationer":                          "vald-nara-relation",
	"DIESELSTÖLDER":                                   "fordonsstold",
	"personrån":                                       "ran",
	"bedrägerier mot äldre":                           "bedrageri-aldre bedrageri",
	"kränkningar på sociala medier":                   "skola natbrott",
	"brott mot företag":                               "naringsliv",
	"skjutningar och illegala vapen":                  "vapen",
	"öka tryggheten":                                  "trygghet",
	"öka tryggheten i trafiken":                       "trafik",
	"störande  mopedkörning\nmed A-traktorer":         "buskorning",
	"klotter och nedska\u0308rpning":                  "skadegorelse",
	"minska skadegörelse":                             "skadegorelse",
	"anlagda bränder":                                 "brand",
	"kriminella nätverk och gäng":                     "organiserad",
	"sociala medier används för hot mot elever":       "natbrott hot-vald unga-risk",
	"synlig polis i centrum":                          "polisnarvaro",
	"tobak, alkohol och narkotika":                    "tobak alkohol narkotika andt",
	"motverka utanförskap i utsatta områden":          "integration",
	"unga i riskzon ska fångas upp vid skolfrånvaro":  "unga-risk skola",
	"Nedskräpning vid återvinningen":                  "nedskrapning",
	"våldsbejakande extremism":                        "extremism",
	"sexuella ofredanden":                             "sexualbrott",
	"pågående dödligt våld i skolan":                  "skola hot-vald",
	"självmord och psykisk ohälsa":                    "psykisk-ohalsa",
	"drograttfylleri":                                 "rattfylleri narkotika",
	"våldtäkt":                                        "sexualbrott",
	"heder":                                           "heder",
	"hatbrott":                                        "hatbrott",
	"mängdbrottsligheten":                             "mangdbrott",
	"doping":                                          "doping",
	"krogrelaterat våld":                              "alkohol hot-vald",
	"våld i offentlig miljö":                          "vald-offentlig",
	"telefonbedrägerier":                              "bedrageri",
	"ordningsstörningar vid badplatsen":               "ordningsstorning",
	"Polisen ska samverka med nattvandrarnas nätverk": "",
	"":                                       "",
	"området från grannar":                   "",
	"hotellet vid hotspoten":                 "",
	"kollektivtrafiken och trafikkontoret":   "",
	"bostäder":                               "",
	"uppskjutet möte":                        "",
	"skjutsa barnen":                         "unga-risk",
	"vapendragare":                           "",
	"trygghetsvandringar":                    "",
	"ungefär fyra barnvagnar":                "",
	"integritet":                             "",
	"företagare bjuds in":                    "",
	"publiceras i sociala medier":            "",
	"hemtjänsten informerar":                 "",
	"parallellt med detta":                   "",
	"hederliga människor":                    "",
	"polisen drog in tillståndet":            "",
	"samverkan":                              "",
	"största delen":                          "",
	"närvarande vuxna":                       "",
	"en bråkdel":                             "",
	"relevanta televisioner och kungälvsbor": "",
	"brottsförebyggande nätverk, nätverksträffar med brott": "",
	"nyanlagda cykelvägar": "",
	"anlagda cykelvägar":   "",
	"homosexuella":         "",
}

func TestTopics(t *testing.T) {
	require.NotEmpty(t, topicCases)
	for text, want := range topicCases {
		t.Run(text, func(t *testing.T) { require.Equal(t, want, strings.Join(topic.Topics(text), " ")) })
	}
}

func TestVapenIsNoTobacco(t *testing.T) {
	require.Equal(t, []string{"vapen"}, topic.Topics("vapen"))
	require.Equal(t, []string{"tobak"}, topic.Topics("vapes och snus"))
}

func TestAreaTopics(t *testing.T) {
	require.Equal(t, []string{"samverkan"}, topic.AreaTopics("Samverkan"))
	require.Equal(t, []string{"trygghet"}, topic.AreaTopics("Fokusområde Trygghet"))
	require.Empty(t, topic.AreaTopics("Aktiviteter"))
}

func TestMeasures(t *testing.T) {
	for text, want := range map[string]string{
		"minst två trygghetsvandringar per år":             "trygghetsvandring",
		"minst en trafikkontroll varannan vecka":           "trafikkontroll",
		"Fotpatrullera i centrum":                          "fotpatrull",
		"arbeta enligt EST":                                "est",
		"SSPF-arbete och SIG":                              "sspf sig",
		"Lokala Brå":                                       "bra-rad",
		"söka med hund på skolor":                          "hundsok",
		"två drogvaneundersökningar och en trygghetsenkät": "enkat",
		"förbättra gatubelysningen":                        "belysning",
		"skolbesök":                                        "information skolbesok",
		"riktade insatser mot narkotika":                   "narkotikainsats",
		"nattvandring med vuxna på stan":                   "nattvandring",
		"ökad polisnärvaro":                                "polisnarvaro",
		"sanera klotter inom 24 timmar":                    "fysisk-miljo",
		"est est sig som brå":                              "",
		"riktade insatser mot buskörning":                  "",
		"socialtjänsten och tjänstemän":                    "",
		"skolnärvaro":                                      "",
		"ta kontakt inom 24 timmar":                        "",
		"kollektioner":                                     "",
		"":                                                 "",
	} {
		t.Run(text, func(t *testing.T) { require.Equal(t, want, strings.Join(topic.Measures(text), " ")) })
	}
}

func TestAudience(t *testing.T) {
	for text, want := range map[string]string{
		"Informera elever i årskurs 7":      "unga",
		"pensionärsföreningar och seniorer": "aldre",
		"mäns våld mot kvinnor":             "kvinnor",
		"näringsidkare och unga":            "naringsliv unga",
		"alla invånare":                     "alla",
		"bedrägerier mot äldre":             "aldre",
		"fordon äldre än 15 år":             "",
		"ungefär tio barnvagnar":            "",
		"Kungälvs kommun":                   "",
		"polisen":                           "",
	} {
		t.Run(text, func(t *testing.T) { require.Equal(t, want, strings.Join(topic.Audience(text), " ")) })
	}
}

var topicSeeds = []string{"", "Stölder och inbrott", "hot spot", "\xff\xfe", "EST\u0308", "A-traktorer", "tobak (2 st)", strings.Repeat("våld ", 50)}

func FuzzTopics(f *testing.F) {
	require.NotEmpty(f, topicSeeds)
	for _, seed := range topicSeeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, ids := range [][]string{topic.Topics(text), topic.AreaTopics(text), topic.Measures(text), topic.Audience(text)} {
			sorted := slices.Sorted(slices.Values(ids))
			require.Len(t, slices.Compact(sorted), len(ids))
		}
	})
}

func BenchmarkTopics(b *testing.B) {
	text := "Polisen ska tillsammans med kommunen genomföra minst två trygghetsvandringar och ingripa mot rattfylleri i trafiken."
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		topic.Topics(text)
		topic.Measures(text)
	}
}
