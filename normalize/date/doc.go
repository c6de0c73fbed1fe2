// Package date reads Swedish expressions of time and gives them in ISO 8601
// and EDTF: periods, single dates, deadlines, rates and frames.
//
//	date.Periods("gäller från l oktober 2016-30 september 2017", date.Context{})
//	// From 2016-10-01, To 2017-09-30, EDTF 2016-10-01/2017-09-30
//	date.Deadlines("senast våren 2024", date.Context{})  // 2024-05
//	date.Every("två gånger per år")                      // P6M
//	date.Times("tre gånger under 2019")                  // 3, "under 2019"
//
// A period is read as one or two parts with a place in the calendar and the
// words between them. A part is a day ("1 januari 2018", "30/6-21",
// "2018-01-01"), a month, a season, a school term, a quarter, tertial or half
// of a year, a school year or a year; the part that lacks a year takes it from
// the other. A new way of writing is a new part, not a new pattern for every
// pair.
//
// Expressions that lean on the document ("under året", "senast den 30 juni")
// get their year from a [Context] and are left out without one. What only
// looks like a time yields nothing: statutes (2003:778), registry numbers
// (2019/123), programmes (Agenda 2030), look-backs, years of comparison.
//
// The meaning of seasons, terms and rates is CONTRACT.md's: spring is March to
// May, the spring term January to June, a rate per term is P6M. Whether a
// period is the promise's own is not decided here; the caller knows in what
// sentence it stands.
package date
