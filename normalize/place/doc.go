// Package place knows the places of Sweden's local administration: the 290
// municipalities with all the forms of their names, the 21 counties, and the
// local police areas that a source has been found for.
//
// A municipality is called many things in running text, and no suffix rule
// gives them: Kil is "Kils kommun", Falun "Falu kommun", Haparanda calls
// itself "Haparanda stad" and is called "Haparanda kommun", Gotland is
// "Region Gotland". The forms are a table:
//
//	m, _ := place.ByForm("Kils kommun")      // 1715 Kil
//	m, _ = place.ByForm("Staden Göteborg")   // 1480 Göteborg
//	m.Official                               // "Göteborgs Stad"
//
// [Mentions] finds the municipalities of a text in one pass over its words,
// the longest name first, and says how each is named:
//
//	for _, m := range place.Mentions("LPO Karlstad och Kils kommun lovar") {
//		m.Municipality.Name, m.Form // Karlstad, Unit; Kil, Official
//	}
//
// A name that is also something else (Vara, Mark, Mora, Lund) counts only where
// its surroundings prove the municipality: a "kommun" or "stad" beside it, an
// "i" before it, a title like "Vara – medborgarlöften", or another
// municipality in the same enumeration. Names of counties ("Kalmar län"),
// regions ("Region Stockholm"), streets ("Stockholms väg") and people
// ("Torbjörn Lund") are none.
//
// The package does not decide for whom a promise is made; it says which names
// stand where. It knows city districts only as far as the table of police
// areas names them.
package place
