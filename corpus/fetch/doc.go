// Package fetch gets what is due from the sources into the archive: politely,
// safely, and so that nothing is lost.
//
//	report, err := fetch.Run(ctx, fetch.Options{
//		Dir:     "data",                 // archive, state and lock
//		Sources: set,                    // package sources
//		Contact: "me@example.se",        // in the User-Agent, so that we can be reached
//		Decide:  decide,                 // what is this page? the parser's answer
//	})
//
// [MakePlan] says what would be fetched and how long it takes, without a
// request. [One] fetches a single address with the same manners.
//
// # A request
//
//	due page ─▶ robots.txt ─▶ budget ─▶ client ─▶ archive ─▶ state ─▶ decision
//
// One goroutine runs this loop and owns archive and state; requests and
// decisions are made by others, at most one at a time for each host, hosts
// side by side. Before a request is made its intent is kept, so that it counts
// against the budget whatever happens. Every answer is archived before
// anything is concluded from it, a failure is archived as a note of it, and
// the state changes in one transaction with the position in the archive that
// it has come to. What a kill left between archive and state is read from the
// archive when the next run begins; nothing in it is asked for again. The
// whole state can be deleted and is then read from the archive.
//
// # Decisions
//
// What a page is, the function [Options.Decide] says by reading it, never its
// address. The answer is kept beside the page, in the archive as well; a page
// that is no promise is remembered as such and asked for less often. A content
// is decided once; [Redecide] does it anew, offline, for another version of
// the parser.
//
// # Changes
//
// A page that is due again is asked for with the validators of its last answer.
// A 304 and a document with the same SHA-256 are both no change, whatever the
// headers say; now and then a page is asked for without validators, in case a
// server's are wrong.
//
// # What it does not do
//
// It runs no scripts, fills in no forms, sends no cookies, and does not judge
// whether a page is a login or a "not found" in disguise; who compares nights
// does.
package fetch
