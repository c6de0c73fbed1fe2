// Package text holds what every table of normalize needs before it can look
// anything up: a folded form of the text with a map back to the source, tokens,
// sentences, Swedish numerals, and an automaton that finds many terms in one
// pass.
//
// Folding takes away what carries no meaning for a table: case, the composition
// of letters (NFC), the sort of dash, quote and space, ligatures and invisible
// characters. Every result is a byte range of the text as given:
//
//	f := text.Fold("Års­skiftet 2018–2019")  // a soft hyphen, an en dash
//	f.Text                                   // "årsskiftet 2018-2019"
//	start, end := f.Range(0, len("årsskiftet"))
//
// Terms are matched by stem or by whole word. A stem begins a word, also one
// inside a compound after a hyphen, and takes any ending; a word or phrase ends
// where it ends:
//
//	a := text.New([]text.Term{{Text: "narkotika", Stem: true}, {Text: "polisen"}})
//	a.Find("Polisens narkotikainsatser")     // the stem only
//
// The automaton is our own: of the public Go libraries one gives no positions,
// one loses overlapping terms, and the third was last released in 2020; the
// algorithm (Aho and Corasick 1975) is shorter than a dependency's reasons.
//
// The package does not inflect words, splits no compounds without a hyphen, and
// knows no grammar.
package text
