package address

import "net/netip"

// special are the blocks that are not for the public internet, from IANA's
// registries of special-purpose addresses (RFC 6890 and its updates), with
// multicast and what is reserved. For IPv6 they lie within 2000::/3, outside
// of which nothing is public.
func special() []netip.Prefix {
	blocks := []string{
		"0.0.0.0/8",       // this network
		"10.0.0.0/8",      // private
		"100.64.0.0/10",   // shared by carriers, metadata of some clouds
		"127.0.0.0/8",     // loopback
		"169.254.0.0/16",  // link-local, metadata of clouds
		"172.16.0.0/12",   // private
		"192.0.0.0/24",    // protocol assignments
		"192.0.2.0/24",    // documentation
		"192.31.196.0/24", // AS112
		"192.52.193.0/24", // AMT
		"192.88.99.0/24",  // 6to4 relays
		"192.168.0.0/16",  // private
		"192.175.48.0/24", // AS112
		"198.18.0.0/15",   // benchmarking
		"198.51.100.0/24", // documentation
		"203.0.113.0/24",  // documentation
		"224.0.0.0/4",     // multicast
		"240.0.0.0/4",     // reserved, broadcast
		"2001::/23",       // protocol assignments, Teredo
		"2001:db8::/32",   // documentation
		"2002::/16",       // 6to4, holds an IPv4 address
		"2620:4f:8000::/48",
		"3fff::/20", // documentation
	}
	out := make([]netip.Prefix, len(blocks))
	for i, b := range blocks {
		out[i] = netip.MustParsePrefix(b)
	}
	return out
}

// Public reports whether an IP address is one of the public internet: not
// loopback, private, link-local, reserved, nor one that holds such an IPv4
// address inside.
func Public(ip netip.Addr) bool {
	if !ip.IsValid() || ip.Zone() != "" {
		return false
	}
	ip = ip.Unmap()
	if ip.Is6() && !netip.MustParsePrefix("2000::/3").Contains(ip) {
		return false
	}
	for _, block := range special() {
		if block.Contains(ip) {
			return false
		}
	}
	return true
}
