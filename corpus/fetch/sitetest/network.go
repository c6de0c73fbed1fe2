package sitetest

import (
	"context"
	"crypto/x509"
	"fmt"
	"net"
	"net/netip"
	"sync"
)

// Network is how a client reaches the hosts of a [Web]: a resolver, and a
// dialer that connects to loopback only. It can be sent to another process as
// JSON.
type Network struct {
	Plain string                // where http is served, on loopback
	TLS   string                // where https is served
	Hosts map[string]netip.Addr // what the hosts' names lead to in the model
	CA    []byte                // certificate of the model's authority, PEM

	mu      sync.Mutex
	names   map[string][][]netip.Addr
	refused []string
}

// Answer makes the resolver answer with these addresses, one list after the
// other; the last one stays.
func (n *Network) Answer(host string, lists ...[]netip.Addr) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.names == nil {
		n.names = map[string][][]netip.Addr{}
	}
	n.names[host] = lists
}

// LookupNetIP answers as a resolver.
func (n *Network) LookupNetIP(_ context.Context, _, host string) ([]netip.Addr, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if lists := n.names[host]; len(lists) > 0 {
		if len(lists) > 1 {
			n.names[host] = lists[1:]
		}
		return lists[0], nil
	}
	if ip, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{ip}, nil
	}
	if ip, ok := n.Hosts[host]; ok {
		return []netip.Addr{ip}, nil
	}
	return nil, &net.DNSError{Err: "no such host in the model", Name: host, IsNotFound: true}
}

// Dial connects to a host of the model, over loopback. Every other address is
// refused and remembered.
func (n *Network) Dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	ip, err := netip.ParseAddr(host)
	if err != nil || !n.has(ip) {
		n.mu.Lock()
		n.refused = append(n.refused, address)
		n.mu.Unlock()
		return nil, fmt.Errorf("dial %s: not of the model", address)
	}
	to := map[string]string{"80": n.Plain, "443": n.TLS}[port]
	if to == "" {
		return nil, fmt.Errorf("dial %s: connection refused by the model", address)
	}
	return new(net.Dialer).DialContext(ctx, network, to)
}

func (n *Network) has(ip netip.Addr) bool {
	for _, own := range n.Hosts {
		if own == ip {
			return true
		}
	}
	return false
}

// Refused are the addresses that somebody tried to connect to although they
// are not of the model.
func (n *Network) Refused() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return append([]string(nil), n.refused...)
}

// Roots is the model's authority.
func (n *Network) Roots() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(n.CA)
	return pool
}
