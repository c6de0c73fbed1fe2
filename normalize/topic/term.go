package topic

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"
)

var (
	//go:embed problemomraden.json
	topicData []byte
	//go:embed atgarder.json
	measureData []byte
	//go:embed malgrupper.json
	audienceData []byte
	//go:embed tillagg.json
	supplementData []byte
)

// Term is a term of a vocabulary. Parent is the id of the wider term, "" for
// none; Group is the kind of measure.
type Term struct {
	ID      string   `json:"id"`
	Parent  string   `json:"parent"`
	Swedish string   `json:"label_sv"`
	English string   `json:"label_en"`
	Group   string   `json:"grupp"`
	Stems   []string `json:"stems"`
	Phrases []string `json:"phrases"`
	Exclude []string `json:"exclude"`
	// Abbreviations match in their own case only.
	Abbreviations []string `json:"abbr_case_sensitive"`
}

// supplement is what lofte adds to the vocabularies: see tillagg.json.
type supplement struct {
	OnlyAtStart    []string            `json:"only_at_start"`
	OnlyInHeadings []string            `json:"only_in_headings"`
	LastResort     []string            `json:"last_resort"`
	Umbrellas      []string            `json:"umbrellas"`
	Topics         map[string]addition `json:"topics"`
	Measures       map[string]addition `json:"measures"`
	Audience       map[string]addition `json:"audience"`
}

// addition adds to one term. Needs holds, for a stem or phrase, the beginnings
// of words of which one must stand in the text too.
type addition struct {
	Stems         []string            `json:"stems"`
	Exclude       []string            `json:"exclude"`
	IgnoreExclude []string            `json:"ignore_exclude"`
	Needs         map[string][]string `json:"needs"`
}

// TopicTerms gives the problem areas in the order of the vocabulary. The slice
// is the caller's own.
func TopicTerms() []Term { return slices.Clone(all().topics.terms) }

// MeasureTerms gives the measures in the order of the vocabulary. The slice is
// the caller's own.
func MeasureTerms() []Term { return slices.Clone(all().measures.terms) }

// AudienceTerms gives the target groups. The slice is the caller's own.
func AudienceTerms() []Term { return slices.Clone(all().audience.terms) }

type vocabularies struct {
	topics, measures, audience *vocabulary
	supplement                 supplement
}

// all reads the embedded vocabularies; what is not JSON gives no terms, which
// the tests would notice.
var all = sync.OnceValue(func() vocabularies {
	var s supplement
	if err := json.Unmarshal(supplementData, &s); err != nil {
		return vocabularies{topics: &vocabulary{}, measures: &vocabulary{}, audience: &vocabulary{}}
	}
	return vocabularies{
		topics:     newVocabulary(topicData, s.Topics, s.OnlyAtStart),
		measures:   newVocabulary(measureData, s.Measures, s.OnlyAtStart),
		audience:   newVocabulary(audienceData, s.Audience, s.OnlyAtStart),
		supplement: s,
	}
})
