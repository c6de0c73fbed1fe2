// Package amount reads the targets of a commitment: how many, how often, how
// soon, how much more or less.
//
//	amount.Targets("minst en trafikkontroll varannan vecka i genomsnitt", amount.Context{})
//	// min 1 trafikkontroll per P2W, average
//	amount.Targets("Klotter tas bort inom två arbetsdagar", amount.Context{})
//	// max 2 arbetsdagar
//
// The text is read sentence by sentence. A figure is a number with what says
// how it binds before it and a noun behind it; a rate or a frame of time in
// the sentence then belongs to the nearest figure. A number without a
// comparator counts as exactly only before a plural that the party can do or
// put up; "en" and "ett" only with a rate or before the noun of an event or
// thing (data/handelser.tsv). "varje", "samtliga" and "alla" with a noun are
// targets without a value; behind them, and behind whom something is offered
// to, "ett samtal" is one for each and no target. A rate may stand behind the
// attributes of its noun ("sök med hund per termin"); one per evening, shift
// or school is none in the calendar. "Lika många" repeats the figure before it
// in the text or, by [Context], in the commitment before.
//
// None are ages, school years, roads, law sections, telephone numbers, clock
// times, dates, staff, inhabitants, crimes, shares in surveys, durations of an
// event, known groups in the definite form ("de tre forum"), the numbers of
// promises and steps, and what the text reports as done.
//
// The package takes the text for a commitment. Whether it is one is decided
// by who calls.
package amount
