// Package party gives those who promise their canonical form: the kind of
// party, its official name and, for a municipality, SCB's code.
//
//	p, ok := party.Canonical("LPO Karlstad", party.Options{})
//	// police, "Lokalpolisområde Karlstad", as written "LPO Karlstad"
//	p, ok = party.Canonical("Haparanda kommun", party.Options{})
//	// municipality, "Haparanda stad", code 2583
//
// Police units stand in the indefinite form with the words that the document
// uses for the unit; just "Polisen" is "Polismyndigheten". Municipalities have
// the name that they use of themselves, out of package place. Regions, district
// administrations, companies, associations and others stay as they are named.
//
// A word that only says the kind ("kommunen", "stadsdelsförvaltningen",
// "polisens områdespoliser") needs to know the document:
//
//	o := party.Options{Municipalities: []place.Municipality{kil}}
//	p, ok = party.Canonical("kommunen", o) // "Kils kommun"
//
// [Kind] answers without that. [Split] takes an enumeration of parties apart,
// [Merge] joins several mentions of the same party, and [AssignIDs] gives the
// ids that a record has.
//
// A mention that no rule and no vocabulary knows gives nothing: whether it is a
// party is for its surroundings to say, and [AsNamed] makes it one.
package party
