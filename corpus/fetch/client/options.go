package client

import (
	"context"
	"crypto/x509"
	"fmt"
	"net"
	"net/netip"
	"syscall"
	"time"

	"github.com/lofte/lofte/corpus/fetch/address"
)

// Limits bound a request. Each that is 0 has the default of its constant.
type Limits struct {
	Connect     time.Duration // resolving, connecting and the TLS handshake
	Header      time.Duration // from the request to the end of the header
	Idle        time.Duration // between two pieces of the body
	Total       time.Duration
	HeaderBytes int64
	Bytes       int64 // of the message as it comes over the wire
	Content     int64 // of the document after decompression
}

// The defaults of the limits.
const (
	connectTime  = 20 * time.Second
	headerTime   = 30 * time.Second
	idleTime     = 30 * time.Second
	totalTime    = 5 * time.Minute
	headerBytes  = 64 << 10
	messageBytes = 64 << 20
	contentBytes = 256 << 20
)

func or[T comparable](value, fallback T) T {
	var zero T
	if value == zero {
		return fallback
	}
	return value
}

// Filled is the limits with the defaults where they are 0.
func (l Limits) Filled() Limits {
	return Limits{
		Connect: or(l.Connect, connectTime), Header: or(l.Header, headerTime), Idle: or(l.Idle, idleTime), Total: or(l.Total, totalTime),
		HeaderBytes: or(l.HeaderBytes, headerBytes), Bytes: or(l.Bytes, messageBytes), Content: or(l.Content, contentBytes),
	}
}

// Resolver finds the IP addresses of a host name; *net.Resolver is one.
type Resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// Options say how to make requests. The zero value works, but for a
// UserAgent, without which no publisher can tell who is asking.
type Options struct {
	UserAgent    string
	AllowPrivate bool // connect to addresses that are not public
	Limits       Limits
	Resolver     Resolver
	Dial         func(ctx context.Context, network, address string) (net.Conn, error)
	Roots        *x509.CertPool // that certificates are verified against; the system's where nil
	Now          func() time.Time
}

func (o Options) filled() Options {
	o.Limits = o.Limits.Filled()
	if o.Resolver == nil {
		o.Resolver = net.DefaultResolver
	}
	if o.Dial == nil {
		o.Dial = systemDialer(o.AllowPrivate)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// systemDialer connects with the system's own means, and checks the address
// once more at the moment of connecting.
func systemDialer(allowPrivate bool) func(ctx context.Context, network, addr string) (net.Conn, error) {
	d := &net.Dialer{ControlContext: func(_ context.Context, _, addr string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(addr)
		if err != nil {
			return fmt.Errorf("connect to %s: %w", addr, err)
		}
		return allowed(at.Addr(), addr, allowPrivate)
	}}
	return d.DialContext
}

func allowed(ip netip.Addr, what string, private bool) error {
	if private || address.Public(ip) {
		return nil
	}
	return &address.Error{Address: what, Reason: "it leads to " + ip.String() + ", which is not of the public internet"}
}
