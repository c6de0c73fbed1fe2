package polite

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Facts of RFC 9309.
const (
	RobotsBytes     = 500 << 10      // what is read of a file at most
	RobotsRedirects = 5              // in a row, also to other hosts
	RobotsAge       = 24 * time.Hour // how long a copy is used
)

// Robots is the rules of one robots.txt.
type Robots struct {
	groups   []group
	Sitemaps []string
	all      *bool // all allowed or all disallowed, whatever the address
}

type group struct {
	agents []string // product tokens in lower case
	rules  []rule
	delay  time.Duration
}

type rule struct {
	pattern string
	allow   bool
}

// RobotsOf gives the rules for the answer to a request for robots.txt: the
// file's own for a success; everything allowed for a client error, and for
// more redirects than are followed; everything disallowed for a server error,
// for 429, which asks to stay away for now, and for no answer (status 0).
func RobotsOf(status int, body []byte) *Robots {
	allow, disallow := true, false
	switch {
	case status >= 200 && status < 300:
		return ParseRobots(body)
	case status == 429, status >= 500, status < 200:
		return &Robots{all: &disallow}
	}
	return &Robots{all: &allow}
}

// Unreachable reports whether everything is disallowed because robots.txt
// could not be had.
func (r *Robots) Unreachable() bool { return r.all != nil && !*r.all }

// ParseRobots reads a robots.txt; what stands after the first 500 KiB and what
// is no rule is passed over.
func ParseRobots(body []byte) *Robots {
	if len(body) > RobotsBytes {
		body = body[:RobotsBytes]
		body = body[:bytes.LastIndexByte(body, '\n')+1] // half a rule would be another rule
	}
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	r := &Robots{}
	begun := false // the last group has rules, so that its list of agents is over
	for _, line := range strings.FieldsFunc(string(body), func(c rune) bool { return c == '\n' || c == '\r' }) {
		line, _, _ = strings.Cut(line, "#")
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		begun = r.add(strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value), begun)
	}
	return r
}

// add takes one line. It reports whether the list of agents of the last group
// is over.
func (r *Robots) add(name, value string, begun bool) bool {
	switch name {
	case "sitemap":
		r.Sitemaps = append(r.Sitemaps, value)
		return begun
	case "user-agent":
		if begun || len(r.groups) == 0 {
			r.groups = append(r.groups, group{})
		}
		g := &r.groups[len(r.groups)-1]
		g.agents = append(g.agents, productToken(value))
		return false
	}
	if len(r.groups) == 0 {
		return begun
	}
	g := &r.groups[len(r.groups)-1]
	switch name {
	case "allow", "disallow":
		if value != "" {
			g.rules = append(g.rules, rule{canonical(value), name == "allow"})
		}
		return true
	case "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 && s <= longestDelay.Seconds() {
			g.delay = time.Duration(s * float64(time.Second))
		}
		return true
	}
	return begun
}

// longestDelay is the longest Crawl-delay that is taken at its word.
const longestDelay = 24 * time.Hour

// productToken is the part of a user-agent line that names the client.
func productToken(value string) string {
	if strings.HasPrefix(value, "*") {
		return "*"
	}
	end := strings.IndexFunc(value, func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-')
	})
	if end >= 0 {
		value = value[:end]
	}
	return strings.ToLower(value)
}

// forAgent joins the groups for a client, or those for all where it has none.
func (r *Robots) forAgent(agent string) group {
	var own, others group
	found := false
	for _, g := range r.groups {
		switch {
		case slices.Contains(g.agents, strings.ToLower(agent)):
			found = true
			own.join(g)
		case slices.Contains(g.agents, "*"):
			others.join(g)
		}
	}
	if found {
		return own
	}
	return others
}

func (g *group) join(other group) {
	g.rules = append(g.rules, other.rules...)
	g.delay = max(g.delay, other.delay)
}

// Delay is the Crawl-delay for a client, 0 for none.
func (r *Robots) Delay(agent string) time.Duration { return r.forAgent(agent).delay }

// Allowed reports whether a client may ask for a path (with its query): the
// longest rule that matches decides, of equally long ones the one that allows.
func (r *Robots) Allowed(agent, path string) bool {
	if path == "/robots.txt" {
		return true
	}
	if r.all != nil {
		return *r.all
	}
	path = canonical(path)
	longest, allowed := -1, true
	for _, rule := range r.forAgent(agent).rules {
		n := len(rule.pattern)
		if n < longest || !matches(rule.pattern, path) {
			continue
		}
		allowed = rule.allow || n == longest && allowed
		longest = n
	}
	return allowed
}

// matches reports whether a path begins with what a pattern describes; "*" is
// any run of bytes, "$" at the end the end of the path.
func matches(pattern, path string) bool {
	pattern, anchored := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	for i, part := range parts[1:] {
		if anchored && i == len(parts)-2 {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !anchored || path == ""
}

// canonical gives a path or pattern one form: escapes of characters that need
// none are undone, those that stay are in upper case, and what is not ASCII is
// escaped.
func canonical(path string) string {
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c == '%' && i+2 < len(path) {
			if n, err := strconv.ParseUint(path[i+1:i+3], 16, 8); err == nil {
				i += 2
				if unreserved(byte(n)) {
					b.WriteByte(byte(n))
					continue
				}
				fmt.Fprintf(&b, "%%%02X", n)
				continue
			}
		}
		if c >= 0x80 || c <= ' ' {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

func unreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
