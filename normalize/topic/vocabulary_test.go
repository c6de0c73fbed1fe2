package topic

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// firstNeed is a word that an entry wants beside itself.
func firstNeed(more addition, word string) string {
	if needs := more.Needs[word]; len(needs) > 0 {
		return " " + needs[0]
	}
	return ""
}

// requireFound asks that a text gives a term or one that is narrower.
func requireFound(t *testing.T, v *vocabulary, ids []string, id, text string) {
	t.Helper()
	require.True(t, slices.ContainsFunc(ids, func(got string) bool {
		return got == id || v.above(v.byID[id], v.byID[got])
	}), "%q gives %v, not %s", text, ids, id)
}

func TestEachWordOfTheVocabularyFindsItsTerm(t *testing.T) {
	s := all().supplement
	for _, c := range []struct {
		v    *vocabulary
		more map[string]addition
		find func(string) []string
		n    int
	}{
		{all().topics, s.Topics, AreaTopics, 40},
		{all().measures, s.Measures, Measures, 37},
		{all().audience, s.Audience, Audience, 5},
	} {
		require.Len(t, c.v.terms, c.n)
		for _, term := range c.v.terms {
			for _, word := range slices.Concat(term.Stems, term.Phrases, term.Abbreviations) {
				text := word + firstNeed(c.more[term.ID], word)
				if term.ID == "trygghet" {
					continue
				}
				requireFound(t, c.v, c.find(text), term.ID, text)
			}
		}
	}
}

func TestSupplementNamesOnlyWhatIsThere(t *testing.T) {
	s := all().supplement
	for _, c := range []struct {
		v    *vocabulary
		more map[string]addition
	}{{all().topics, s.Topics}, {all().measures, s.Measures}, {all().audience, s.Audience}} {
		for id, more := range c.more {
			i, ok := c.v.byID[id]
			require.True(t, ok, id)
			term := c.v.terms[i]
			for word := range more.Needs {
				require.True(t, slices.Contains(term.Stems, word) || slices.Contains(term.Phrases, word), "%s: %s", id, word)
			}
		}
	}
	for _, id := range slices.Concat(s.OnlyInHeadings, s.LastResort, s.Umbrellas) {
		require.Contains(t, all().topics.byID, id)
	}
}

func TestTermsHaveLabels(t *testing.T) {
	for _, term := range slices.Concat(TopicTerms(), MeasureTerms(), AudienceTerms()) {
		require.NotEmpty(t, term.ID)
		require.NotEmpty(t, term.Swedish, term.ID)
		require.NotEmpty(t, term.English, term.ID)
		for _, word := range slices.Concat(term.Stems, term.Phrases, term.Exclude) {
			require.Equal(t, strings.ToLower(word), word, term.ID)
		}
	}
}
