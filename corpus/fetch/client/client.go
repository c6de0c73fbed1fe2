package client

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/archive/warc"
	"github.com/lofte/lofte/corpus/fetch/address"
)

// Client makes requests. It is safe for several goroutines.
type Client struct{ options Options }

// New returns a client.
func New(o Options) *Client { return &Client{o.filled()} }

// Request asks for one address. With ETag or LastModified it is conditional.
type Request struct {
	URL          string
	ETag         string
	LastModified string
}

// Exchange is a request that was answered. ContentErr is why the document
// could not be had from a whole answer: a *model.ReadError.
type Exchange struct {
	URL        string // normalised
	IP         string // that was connected to
	Sent       []byte
	Raw        []byte
	Message    *warc.Message
	Content    []byte
	ContentErr error
	Took       time.Duration
}

// Do makes a request. An answer of any status is a result; an error is always
// an *Error.
func (c *Client) Do(ctx context.Context, r Request) (*Exchange, error) {
	target, err := address.Normalize(r.URL)
	if err != nil {
		return nil, &Error{r.URL, Refused, err}
	}
	r.URL = target
	begun := time.Now()
	conn, ip, err := c.connect(ctx, target)
	if err != nil {
		return nil, &Error{target, because(ctx, err, Unreachable), err}
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	x := &Exchange{URL: target, IP: ip, Sent: c.head(r)}
	if err := c.converse(ctx, conn, x); err != nil {
		return nil, err
	}
	x.Took = time.Since(begun)
	x.Content, x.ContentErr = x.Message.Content(c.options.Limits.Content)
	return x, nil
}

// head is the request as it is sent.
func (c *Client) head(r Request) []byte {
	u, err := url.Parse(r.URL)
	if err != nil {
		return nil // cannot be: the address is normalised
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "GET %s HTTP/1.1\r\nHost: %s\r\n", u.RequestURI(), u.Host)
	for _, f := range [][2]string{
		{"User-Agent", c.options.UserAgent},
		{"Accept", "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.8"},
		{"Accept-Language", "sv,en;q=0.5"},
		{"Accept-Encoding", "gzip"},
		{"If-None-Match", r.ETag},
		{"If-Modified-Since", r.LastModified},
		{"Connection", "close"},
	} {
		if f[1] != "" && !strings.ContainsAny(f[1], "\r\n") {
			fmt.Fprintf(&b, "%s: %s\r\n", f[0], f[1])
		}
	}
	b.WriteString("\r\n")
	return b.Bytes()
}

// connect resolves the host, checks what it leads to, connects, and shakes
// hands for https.
func (c *Client) connect(ctx context.Context, target string) (net.Conn, string, error) {
	ctx, cancel := context.WithTimeout(ctx, c.options.Limits.Connect)
	defer cancel()
	u, err := url.Parse(target)
	if err != nil {
		return nil, "", err
	}
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	ips, err := c.resolve(ctx, u.Hostname())
	if err != nil {
		return nil, "", err
	}
	var failed error
	for _, ip := range ips {
		conn, err := c.options.Dial(ctx, "tcp", net.JoinHostPort(ip, port))
		if err != nil {
			failed = errors.Join(failed, err)
			continue
		}
		if u.Scheme == "https" {
			conn, err = c.shakeHands(ctx, conn, u.Hostname())
		}
		return conn, ip, err
	}
	return nil, "", failed
}

// maxAddresses is how many addresses of a host are tried.
const maxAddresses = 3

// resolve gives the addresses of a host, all of which must be allowed.
func (c *Client) resolve(ctx context.Context, host string) ([]string, error) {
	found, err := c.options.Resolver.LookupNetIP(ctx, "ip", host)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, &net.DNSError{Err: "no addresses", Name: host}
	}
	var out []string
	for _, ip := range found {
		if err := allowed(ip, host, c.options.AllowPrivate); err != nil {
			return nil, err
		}
		out = append(out, ip.Unmap().String())
	}
	return out[:min(len(out), maxAddresses)], nil
}

func (c *Client) shakeHands(ctx context.Context, conn net.Conn, host string) (net.Conn, error) {
	secure := tls.Client(conn, &tls.Config{
		ServerName: host, RootCAs: c.options.Roots, Time: c.options.Now,
		MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"},
	})
	if err := secure.HandshakeContext(ctx); err != nil {
		conn.Close()
		return nil, err
	}
	return secure, nil
}

// converse sends the request and reads the answer to its end.
func (c *Client) converse(ctx context.Context, conn net.Conn, x *Exchange) error {
	fail := func(err error, unclear Reason) error {
		return &Error{x.URL, because(ctx, err, unclear), err}
	}
	m := newMeter(conn, c.options.Limits)
	if _, err := conn.Write(x.Sent); err != nil {
		return fail(err, Unreachable)
	}
	in := bufio.NewReader(m)
	resp, err := readHead(in, m)
	if err != nil {
		return fail(err, NoHTTP)
	}
	m.bodyBegins()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return fail(err, ShortBody)
	}
	x.Raw = m.taken(in)
	if m.more(in) {
		return fail(errors.New("bytes after the end that the header gives"), LongBody)
	}
	if x.Message, err = warc.ParseResponse(x.Raw); err != nil {
		return fail(err, NoHTTP)
	}
	return nil
}

// maxInterim is how many interim answers (1xx) may come before the answer.
const maxInterim = 5

// readHead reads status line and header, past interim answers.
func readHead(in *bufio.Reader, m *meter) (*http.Response, error) {
	for range maxInterim {
		resp, err := http.ReadResponse(in, &http.Request{Method: http.MethodGet})
		if err != nil {
			if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
				err = errors.New("the connection ended within the header")
			}
			if m.err != nil && !errors.Is(m.err, io.EOF) {
				err = m.err
			}
			return nil, err
		}
		if resp.StatusCode >= 200 {
			return resp, nil
		}
		m.skip(in)
	}
	return nil, errors.New("nothing but interim answers")
}

// isTimeout reports whether an error is that of a deadline.
func isTimeout(err error) bool { return errors.Is(err, os.ErrDeadlineExceeded) }
