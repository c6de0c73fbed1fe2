// Package address says which addresses may be asked for, and gives each one
// form.
//
//	address.Normalize("HTTPS://Polisen.SE:443/a/../löften#mål") // "https://polisen.se/l%C3%B6ften"
//	address.Normalize("http://0x7f.1/")                         // an error: an odd notation of 127.0.0.1
//	address.Public(netip.MustParseAddr("169.254.169.254"))      // false: link-local, cloud metadata
//
// A link in a page that somebody else wrote can name any address, also one of
// the machine's own network. So only http and https to a plain host name or a
// canonical IP address pass [Normalize], and only what [Public] allows should
// be connected to, after the name has been resolved. The package itself sends
// nothing.
package address
