package textdoc

// months are the names of the months, as a line may end in one.
var months = set("januari", "februari", "mars", "april", "maj", "juni", "juli",
	"augusti", "september", "oktober", "november", "december")

// dangling are words that a sentence does not end in, so that the next line
// goes on with it.
var dangling = set("och", "eller", "samt", "att", "i", "på", "av", "för", "med", "till", "från",
	"om", "under", "vid", "mellan", "mot", "genom", "hos", "efter", "före", "inom", "över",
	"som", "den", "det", "de", "en", "ett", "minst", "högst", "där", "när", "bland", "utan",
	"respektive", "inklusive", "enligt", "vår", "våra", "deras", "sin", "sina", "sitt", "både")

// roles are words of which the line below a signatory's name has one.
var roles = []string{"ordförande", "chef", "kommunalråd", "direktör", "kommunpolis", "samordnare",
	"borgarråd", "polismästare", "kommissarie", "strateg"}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
