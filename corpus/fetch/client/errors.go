package client

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"os"

	"github.com/lofte/lofte/corpus/fetch/address"
)

// Reason says why there is no answer.
type Reason string

// The reasons. Those that another try may mend are temporary.
const (
	Refused     Reason = "refused"     // the address may not be asked for
	NoHost      Reason = "no-host"     // the name could not be resolved
	Unreachable Reason = "unreachable" // no connection
	Untrusted   Reason = "untrusted"   // the certificate is not valid for the host
	SlowHeader  Reason = "slow-header" // no whole header in time
	Stalled     Reason = "stalled"     // nothing more of the body for too long
	TooSlow     Reason = "too-slow"    // the whole took too long
	TooLarge    Reason = "too-large"   // header or message over the limit
	ShortBody   Reason = "short-body"  // less than the header says
	LongBody    Reason = "long-body"   // more than the header says
	NoHTTP      Reason = "no-http"     // the answer is not HTTP
	Cancelled   Reason = "cancelled"   // the caller gave up
)

// Error is a request that got no answer.
type Error struct {
	URL    string
	Reason Reason
	Err    error
}

func (e *Error) Error() string { return fmt.Sprintf("get %s: %s: %v", e.URL, e.Reason, e.Err) }

// Unwrap gives the error behind the reason.
func (e *Error) Unwrap() error { return e.Err }

// Temporary reports whether another try may succeed.
func (e *Error) Temporary() bool { return e.Reason.Temporary() }

// Temporary reports whether another try may succeed.
func (r Reason) Temporary() bool {
	switch r {
	case Refused, Untrusted, TooLarge, Cancelled:
		return false
	}
	return true
}

// sentinels by which the parts of a request tell what happened.
var (
	errTooLarge = errors.New("over the limit of bytes")
	errTooSlow  = errors.New("over the limit of time")
	errStalled  = errors.New("nothing came for too long")
)

// because finds the reason for an error while connecting or reading, with
// unclear for one that says nothing of itself.
func because(ctx context.Context, err error, unclear Reason) Reason {
	var refused *address.Error
	var dns *net.DNSError
	var cert *tls.CertificateVerificationError
	switch {
	case errors.As(err, &refused):
		return Refused
	case ctx.Err() != nil:
		return Cancelled
	case errors.As(err, &dns):
		return NoHost
	case errors.As(err, &cert):
		return Untrusted
	case errors.Is(err, errTooLarge):
		return TooLarge
	case errors.Is(err, errTooSlow):
		return TooSlow
	case errors.Is(err, errStalled):
		return Stalled
	case errors.Is(err, io.ErrUnexpectedEOF):
		return ShortBody
	case errors.Is(err, os.ErrDeadlineExceeded) && unclear == NoHTTP:
		return SlowHeader
	}
	return unclear
}
