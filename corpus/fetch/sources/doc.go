// Package sources reads sources.yaml, the list of what to fetch.
//
//	version: 1
//	sources:
//	  - name: kil                       # unique, in records and reports
//	    municipality: "1715"            # SCB code, where all pages are of one
//	    start:                          # asked for first
//	      - https://www.kil.se/
//	    sitemaps:                       # where the site has some
//	      - https://www.kil.se/sitemap.xml
//	    hosts: [media.kil.se]           # that may be fetched from besides those above
//	    follow:                         # a link is followed if one of these rules holds;
//	      - text: (?i)medborgarl[öo]fte # a rule holds if all that it says holds:
//	      - text: (?i)trygg             #   text: regular expression on the link's text
//	        selector: main a            #   selector: CSS selector of the link's element
//	      - url: medborgarlofte         #   url: regular expression on the address
//	    lists:                          # pages that list documents
//	      - url: /medborgarloften/$     #   url: regular expression on the address
//	        total: Visar \d+ av (\d+)   #   total: what the page declares, in the first group
//	    documents:                      # what counts as a find
//	      kinds: [promise, follow_up]   #   by reading it, not by its address
//	      exclude: /print/$             #   addresses that are never asked for
//	      floor: 250                    #   fewer finds than that alarm who runs it nightly
//	    depth: 4                        # links from a start page at most
//	    max_pages: 2000
//	    every: {list: 16h, document: 16h, other: 720h}
//	hosts:                              # the manners; the built-in ones where not given
//	  www.kil.se: {delay: 10s, per_hour: 120, per_day: 1000, https_only: true, gone_at_404: false}
//
// An address in a sitemap has neither text nor element: rules that say
// something of these do not hold for it. A page with several links that are
// followed counts as a list too, so that it is asked for as often as one.
//
// [BuiltIn] is the source for polisen.se in the three generations of its
// addresses. The pattern for a municipality's own site, by sitemap and by the
// text of links, is the one above; most need no more than name, start,
// sitemaps and the rules "text: (?i)medborgarl[öo]fte", "url: medborgarlofte".
//
// [Parse] checks a file against the JSON Schema that [Schema] gives, and says
// of each mistake the line and what is wrong with it.
package sources
