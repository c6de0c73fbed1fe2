// Package links finds the addresses that a page or a sitemap names.
//
//	page, err := links.Parse(body, "text/html; charset=utf-8", "https://kil.se/")
//	for _, l := range page.Links {
//		l.URL    // normalised, as package address has it
//		l.Text   // "Medborgarlöfte", white space folded
//		l.Matches(selector)
//	}
//	page.Text // what a reader sees, white space folded; where a list says "Visar 10 av 119"
//
// It follows the base element, leaves out what no client may ask for, and
// gives each address once, with the text of its first link that has one. What
// to follow is decided by package sources.
package links
