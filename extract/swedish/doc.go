// Package swedish reads promises out of Swedish documents: it takes blocks of
// canonical text and states what stands there, verbatim, with span and rule.
//
//	doc, err := extract.Read(ctx, data, extract.Options{})
//	facts := swedish.Parse(doc)
//	facts.Sets[0].Commitments[0].Text   // "fotpatrullera med uniformerad personal …"
//	facts.Sets[0].Commitments[0].Actors // "Lokalpolisområde Karlstad"
//
// A document goes through four passes, each of which takes what the former
// left and nothing else.
//
//  1. Cues. Every block is split into tokens and sentences. One pass of a trie
//     over the tokens marks the words that tell what a sentence is about: that
//     the promise holds for a period, that it is followed up, what citizens
//     wish, what has been done.
//  2. Outline. Headings and lead-ins part the document into sections. Each gets
//     a role from its words (a period, an area, an actor, a lead-in, the
//     situation, goals, follow-up, outcomes, furniture), and nests by the level
//     of its heading; where all headings are alike, by its role.
//  3. Facts. The rules of [Rules], in order, read the sections by their roles.
//  4. Assembly. A fact inherits period, area and actor from the sections around
//     it, the nearest first. Sections of several periods become promise sets.
//
// A layout is a shape of the outline and no code path of its own. A new layout
// costs a cue word or a role; the words are in data/, one file for each kind.
//
// # What it does not do
//
// It converts nothing: "kommunen" stays "kommunen", and "minst två gånger per
// vecka" is no number yet. It knows no municipality, no police unit and no
// calendar by name; package normalize does. It reads no passage that no rule is
// for: what is left over is counted and reported as the document's coverage.
package swedish
