// Package sitetest is a web of its own for tests: hosts with pages on
// loopback, https with a certificate authority of their own, a clock that is
// set by hand, and a record of every request.
//
//	clock := sitetest.NewClock()
//	web := sitetest.NewWeb(clock)
//	defer web.Close()
//	police := sitetest.NewPolice(web, sitetest.First, sitetest.Promises(12))
//	net := web.Network()   // Resolver, Dial and Roots for a client
//	// … a run of the fetcher …
//	police.Promises[3].Items[0].Text = "patrullera till fots varje kväll"
//	police.Publish()       // the next night's pages
//
// [Police] is a model of polisen.se in its three generations of addresses,
// with follow-up pages, news, files, a paged list that declares its total, and
// pages about the method that are no promises. [Council] is a model of a
// municipality's own site, with a sitemap or found by link text. Both are
// published again after a change, so that nights differ as a test wishes:
// commitments added, reworded, moved or removed, addresses moved, pages that
// turn into a login, a captcha or a "not found" of status 200.
//
// The hosts bear addresses of the public internet, which exist in the model
// only: [Network] connects to loopback and refuses everything else, and says
// what it refused.
//
// The sentences are written for the tests; they are not those of any real
// promise.
package sitetest
