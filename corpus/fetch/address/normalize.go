package address

import (
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// maxLength is the most bytes that an address may have.
const maxLength = 4096

// Error says why an address is refused.
type Error struct {
	Address string
	Reason  string
}

func (e *Error) Error() string { return fmt.Sprintf("address %.200q refused: %s", e.Address, e.Reason) }

// Normalize gives an absolute http or https address its one form: scheme and
// host in lower case, the host in ASCII, no default port, no fragment, no dot
// segments, an empty path as "/", non-ASCII escaped. What is no such address,
// or hides what it is, is an *Error.
func Normalize(raw string) (string, error) {
	refuse := func(reason string) (string, error) { return "", &Error{raw, reason} }
	if len(raw) > maxLength {
		return refuse(fmt.Sprintf("over %d bytes", maxLength))
	}
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || !utf8.ValidString(raw) {
		return refuse("it is no URL")
	}
	scheme := strings.ToLower(u.Scheme)
	if scheme != "http" && scheme != "https" {
		return refuse("only http and https are fetched")
	}
	if u.User != nil {
		return refuse("it holds a user name")
	}
	host, err := hostOf(u)
	if err != nil {
		return refuse(err.Error())
	}
	clean := url.URL{Scheme: scheme, Host: host, Path: "/"}
	clean = *clean.ResolveReference(&url.URL{Path: orSlash(u.Path), RawPath: u.RawPath, RawQuery: u.RawQuery})
	clean.RawQuery = escape(clean.RawQuery)
	return clean.String(), nil
}

func orSlash(path string) string {
	if path == "" {
		return "/"
	}
	return path
}

// escape puts a percent escape for bytes that no query may hold.
func escape(query string) string {
	var b strings.Builder
	for i := range len(query) {
		if c := query[i]; c <= ' ' || c >= 0x7f || c == '"' || c == '<' || c == '>' {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(query[i])
	}
	return b.String()
}

// hostOf is the host with its port where that is not the scheme's own.
func hostOf(u *url.URL) (string, error) {
	host, err := plainHost(u.Hostname())
	if err != nil {
		return "", err
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	port := u.Port()
	if port == "" {
		return host, nil
	}
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil || n == 0 {
		return "", fmt.Errorf("%q is no port", port)
	}
	if n == 80 && strings.EqualFold(u.Scheme, "http") || n == 443 && strings.EqualFold(u.Scheme, "https") {
		return host, nil
	}
	return host + ":" + strconv.FormatUint(n, 10), nil
}

// names is how international host names become ASCII.
func names() *idna.Profile {
	return idna.New(idna.MapForLookup(), idna.Transitional(false), idna.BidiRule(), idna.CheckJoiners(true),
		idna.StrictDomainName(true), idna.ValidateLabels(true), idna.VerifyDNSLength(true))
}

// plainHost is a host name in ASCII and lower case, or an IP address in its
// canonical form. A name that a resolver could take for a number, such as
// 2130706433, 0x7f.1 or 127.1, is an error.
func plainHost(host string) (string, error) {
	if strings.Contains(host, ":") {
		return ipv6(host)
	}
	host = strings.TrimSuffix(host, ".")
	ascii, err := names().ToASCII(host)
	if err != nil || strings.HasSuffix(ascii, ".") {
		return "", fmt.Errorf("%.100q is no host name", host)
	}
	if !endsInNumber(ascii) {
		return ascii, nil
	}
	ip, err := netip.ParseAddr(ascii)
	if err != nil || ip.String() != host {
		return "", fmt.Errorf("%.100q is a number that is not written as an IP address", host)
	}
	return ip.String(), nil
}

func ipv6(host string) (string, error) {
	ip, err := netip.ParseAddr(host)
	if err != nil || ip.Zone() != "" {
		return "", fmt.Errorf("%.100q is no IP address", host)
	}
	return ip.Unmap().String(), nil
}

// endsInNumber reports whether the last label of a name is a number, decimal,
// octal or hexadecimal, as the URL standard has it.
func endsInNumber(host string) bool {
	last := host[strings.LastIndexByte(host, '.')+1:]
	if last == "" {
		return false
	}
	if strings.HasPrefix(last, "0x") {
		return strings.Trim(last[2:], "0123456789abcdef") == ""
	}
	return strings.Trim(last, "0123456789") == ""
}

// Host is the host with its port of a normalised address.
func Host(normalized string) string {
	_, rest, _ := strings.Cut(normalized, "://")
	if i := strings.IndexAny(rest, "/?"); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// Origin is scheme, host and port of a normalised address, without a slash at
// the end.
func Origin(normalized string) string {
	scheme, _, _ := strings.Cut(normalized, "://")
	return scheme + "://" + Host(normalized)
}

// Resolve gives the normalised address of a reference in the document at base.
func Resolve(base, reference string) (string, error) {
	b, err := url.Parse(base)
	if err != nil {
		return "", &Error{base, "it is no URL"}
	}
	r, err := url.Parse(strings.TrimSpace(reference))
	if err != nil {
		return "", &Error{reference, "it is no URL"}
	}
	return Normalize(b.ResolveReference(r).String())
}
