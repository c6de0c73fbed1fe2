// Package polite is the manners towards a host: when the next request may be
// made, what robots.txt allows, how long to wait after a failure. It is
// arithmetic on times and texts; it sends nothing and keeps nothing.
//
//	p := polite.ProfileOf("polisen.se")   // 10 s between calls, 60 an hour, 1,440 a day
//	next := p.Next(now, history)          // when the next request may begin
//	end := p.Finish(now, history, 300)    // when 300 more will have been made
//
//	r := polite.ParseRobots(body)
//	r.Allowed("lofte", "/om-polisen/")    // RFC 9309
//
// # Why not the libraries
//
// A token bucket (golang.org/x/time/rate) lets a burst through and knows no
// past; "at most 60 in any hour, also over a restart" is a statement on the
// times of the last 60 requests, which the fetcher's state has anyhow. A client
// that retries by itself (hashicorp/go-retryablehttp) makes requests that the
// budget, the archive and a kill in between would not know of; here a failed
// request is a visit like any other, and the next try is one more that is due.
// temoto/robotstxt answers differently from RFC 9309 where an allow and a
// disallow rule are equally long, where rules differ in their percent
// escapes, and where wildcards make its compiled pattern longer than the rule;
// one line that it cannot parse makes it give up the whole file.
package polite
