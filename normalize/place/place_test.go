package place_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/normalize/place"
)

func TestAllMunicipalitiesByEachForm(t *testing.T) {
	all := place.All()
	require.Len(t, all, 290)
	for _, m := range all {
		byCode, ok := place.ByCode(m.Code)
		require.True(t, ok, m.Code)
		require.Equal(t, m, byCode)
		byName, ok := place.ByName(m.Name)
		require.True(t, ok, m.Name)
		require.Equal(t, m.Code, byName.Code)
		_, ok = place.CountyByCode(m.County)
		require.True(t, ok, m.County)
		for _, form := range formsOf(m) {
			got, ok := place.ByForm(form)
			require.True(t, ok, form)
			require.Equal(t, m.Code, got.Code, form)
		}
	}
}

func formsOf(m place.Municipality) []string {
	forms := append([]string{
		m.Name, m.Genitive, m.KommunForm, m.Official, strings.ToUpper(m.KommunForm),
		m.Name + " kommun", m.Genitive + " kommun", m.Name + " stad", m.Genitive + " Stad",
		"kommunen i " + m.Name, "Staden " + m.Name, "kommunen " + m.Name, m.KommunForm + "s",
	}, m.Aliases...)
	return forms
}

func TestMentionsOfEachFullForm(t *testing.T) {
	for _, m := range place.All() {
		for _, full := range append([]string{m.KommunForm, m.Official}, m.Aliases...) {
			text := "Polisen och " + full + " lovar att:"
			got := place.Mentions(text)
			require.Len(t, got, 1, text)
			require.Equal(t, m.Code, got[0].Municipality.Code, text)
			require.Equal(t, full, text[got[0].Start:got[0].End])
			if full != m.Name {
				require.Equal(t, place.Official, got[0].Form, text)
			}
		}
	}
}
