// Package state keeps what the fetcher knows between its runs, in SQLite: the
// pages with their digests, validators, decisions and when they are due; the
// visits, from which the budgets of the hosts follow; the rules of robots.txt;
// the totals that lists declare; the runs.
//
//	db, err := state.Open("data/state.sqlite")
//	err = db.Change(func(tx *state.Tx) error {
//		return tx.PutPage(state.Page{URL: u, Host: h, Source: "kil", Due: now})
//	})
//
// Everything but the intent of a request that a kill cut short can be had
// again from the archive, up to a [archive.Position] that is part of the state
// and changes in the same transaction as what was read up to it. So after a
// kill between archive and state nothing is missing and nothing counts twice.
// The file may be deleted.
//
// The package holds no rules: when a page is due and what an answer means is
// decided in package fetch.
package state
