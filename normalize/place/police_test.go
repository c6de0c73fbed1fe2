package place_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/normalize/place"
)

func TestCounties(t *testing.T) {
	require.Len(t, place.Counties(), 21)
	c, ok := place.CountyByCode("17")
	require.True(t, ok)
	require.Equal(t, "Värmlands län", c.Name)
	require.Equal(t, "Region Värmland", c.Region)
	_, ok = place.CountyByCode("02")
	require.False(t, ok)
}

func TestPoliceAreas(t *testing.T) {
	require.Len(t, place.PoliceAreas(), 56)
	for _, a := range place.PoliceAreas() {
		got, ok := place.PoliceAreaByName(a.Name)
		require.True(t, ok, a.Name)
		require.Equal(t, a, got)
		for _, alias := range a.Aliases {
			_, ok := place.PoliceAreaByName(alias)
			require.True(t, ok, alias)
		}
		for _, code := range a.Municipalities {
			_, ok := place.ByCode(code)
			require.True(t, ok, code)
		}
	}
}

func TestPoliceAreaByName(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"östra norrbotten", "Östra Norrbotten"}, {"Eskilstuna-Strängnäs", "Eskilstuna/Strängnäs"},
		{"Storgöteborg Kungälv-Ale", "Kungälv-Ale"}, {"Täby", "Södra Roslagen"}, {"Nordost", "Storgöteborg Nordost"},
	} {
		got, ok := place.PoliceAreaByName(c.name)
		require.True(t, ok, c.name)
		require.Equal(t, c.want, got.Name, c.name)
	}
	_, ok := place.PoliceAreaByName("Ankeborg")
	require.False(t, ok)
}

func TestPoliceAreasOf(t *testing.T) {
	areas := place.PoliceAreasOf("1715")
	require.Len(t, areas, 1)
	require.Equal(t, "Karlstad", areas[0].Name)
	require.Len(t, place.PoliceAreasOf("1480"), 3)
	require.Empty(t, place.PoliceAreasOf("9999"))
}

func TestCityDistricts(t *testing.T) {
	require.Contains(t, place.CityDistricts(), place.CityDistrict{Name: "Angered", Municipality: "1480"})
	for _, d := range place.CityDistricts() {
		_, ok := place.ByCode(d.Municipality)
		require.True(t, ok, d.Name)
	}
}

func TestBySlug(t *testing.T) {
	m, ok := place.BySlug("malung-salen")
	require.True(t, ok)
	require.Equal(t, "Malung-Sälen", m.Name)
	_, ok = place.BySlug("habo")
	require.False(t, ok, "Habo and Håbo share the slug")
}
