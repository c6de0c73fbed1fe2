package client_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive/warc"
	"github.com/lofte/lofte/corpus/fetch/client"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/model"
)

const agent = "lofte/test (+mailto:test@example.se)"

// rig is a host kil.se and a client with small limits that can reach it.
type rig struct {
	clock  *sitetest.Clock
	web    *sitetest.Web
	site   *sitetest.Site
	net    *sitetest.Network
	limits client.Limits
}

func newRig(t *testing.T) *rig {
	t.Helper()
	clock := sitetest.NewClock()
	web, err := sitetest.NewWeb(clock)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, web.Close()) })
	site := web.Site("kil.se")
	return &rig{clock: clock, web: web, site: site, net: web.Network(), limits: client.Limits{
		Connect: 2 * time.Second, Header: 200 * time.Millisecond, Idle: 100 * time.Millisecond, Total: 500 * time.Millisecond,
		HeaderBytes: 8 << 10, Bytes: 64 << 10, Content: 128 << 10,
	}}
}

func (r *rig) do(t *testing.T, url string) (*client.Exchange, error) {
	t.Helper()
	c := client.New(client.Options{UserAgent: agent, Limits: r.limits, Resolver: r.net, Dial: r.net.Dial, Roots: r.net.Roots(), Now: r.clock.Now})
	return c.Do(t.Context(), client.Request{URL: url})
}

func (r *rig) fails(t *testing.T, url string, want client.Reason) *client.Error {
	t.Helper()
	_, err := r.do(t, url)
	var failed *client.Error
	require.ErrorAs(t, err, &failed)
	require.Equal(t, want, failed.Reason, err)
	return failed
}

func TestTheBytesOfTheWireComeBack(t *testing.T) {
	r := newRig(t)
	wire := "HTTP/1.1 200 Fint\r\nServer:  odd\r\nContent-type: text/HTML;charset=x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhej\r\n0\r\n\r\n"
	r.site.Set("/a?b=1", sitetest.Says(wire))
	x, err := r.do(t, "https://KIL.se/a?b=1#top")
	require.NoError(t, err)
	require.Equal(t, wire, string(x.Raw))
	require.Equal(t, "hej", string(x.Content))
	require.Equal(t, "text/html", x.Message.MediaType())
	require.Equal(t, "https://kil.se/a?b=1", x.URL)
	require.Equal(t, r.net.Hosts["kil.se"].String(), x.IP)
	sent := string(x.Sent)
	require.True(t, strings.HasPrefix(sent, "GET /a?b=1 HTTP/1.1\r\nHost: kil.se\r\nUser-Agent: "+agent+"\r\n"), sent)
	require.Contains(t, sent, "Connection: close\r\n")
	require.NotContains(t, sent, "If-")
}

func TestConditionalRequests(t *testing.T) {
	r := newRig(t)
	r.site.HTML("/", "x")
	c := client.New(client.Options{Resolver: r.net, Dial: r.net.Dial, Roots: r.net.Roots(), Now: r.clock.Now})
	first, err := c.Do(t.Context(), client.Request{URL: "https://kil.se/"})
	require.NoError(t, err)
	x, err := c.Do(t.Context(), client.Request{URL: "https://kil.se/", ETag: first.Message.Header.Get("ETag"), LastModified: "Fri, 01 Mar 2019 06:31:00 GMT"})
	require.NoError(t, err)
	require.Equal(t, 304, x.Message.Status)
	require.Empty(t, x.Message.Payload)
	require.Contains(t, string(x.Sent), "If-Modified-Since: Fri, 01 Mar 2019 06:31:00 GMT\r\n")
	_, err = c.Do(t.Context(), client.Request{URL: "https://kil.se/", ETag: "\"a\"\r\nEvil: 1"})
	require.NoError(t, err)
	hits := r.web.Hits()
	require.Empty(t, hits[len(hits)-1].Header.Get("Evil"))
}

func waits(text string, d time.Duration) sitetest.Answer {
	return sitetest.Answer{Raw: func(_ net.Conn, w *bufio.ReadWriter) {
		w.WriteString(text)
		w.Flush()
		time.Sleep(d)
	}}
}

func repeats(head, piece string, pause time.Duration) sitetest.Answer {
	return sitetest.Answer{Raw: func(_ net.Conn, w *bufio.ReadWriter) {
		w.WriteString(head)
		for range 1 << 16 {
			if _, err := w.WriteString(piece); err != nil {
				return
			}
			if pause > 0 && w.Flush() != nil {
				return
			}
			time.Sleep(pause)
		}
	}}
}

const long = 700 * time.Millisecond

func TestSlowHeaders(t *testing.T) {
	r := newRig(t)
	r.site.Set("/silent", waits("", long))
	r.site.Set("/half", waits("HTTP/1.1 200 OK\r\nServer: x\r\n", long))
	r.site.Set("/drip", repeats("HTTP/1.1 200 OK\r\n", "X: y\r\n", 20*time.Millisecond))
	for _, at := range []string{"/silent", "/half", "/drip"} {
		require.True(t, r.fails(t, r.site.URL(at), client.SlowHeader).Temporary())
	}
}

func TestStalledBody(t *testing.T) {
	r := newRig(t)
	r.site.Set("/", waits("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhej", long))
	require.True(t, r.fails(t, r.site.URL("/"), client.Stalled).Temporary())
}

func TestBodyThatDripsPastTheTotalTime(t *testing.T) {
	r := newRig(t)
	r.site.Set("/", repeats("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n", "x", 20*time.Millisecond))
	r.fails(t, r.site.URL("/"), client.TooSlow)
}

func TestEndlessBodyAndHeader(t *testing.T) {
	r := newRig(t)
	r.site.Set("/body", repeats("HTTP/1.1 200 OK\r\n\r\n", strings.Repeat("x", 1000), 0))
	r.site.Set("/chunks", repeats("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "5\r\nhallo\r\n", 0))
	r.site.Set("/header", repeats("HTTP/1.1 200 OK\r\n", "X-Long: "+strings.Repeat("y", 1000)+"\r\n", 0))
	r.site.Set("/line", repeats("HTTP/1.1 200 OK\r\nX: ", strings.Repeat("y", 1000), 0))
	for _, at := range []string{"/body", "/chunks", "/header", "/line"} {
		require.False(t, r.fails(t, r.site.URL(at), client.TooLarge).Temporary(), at)
	}
}

func TestShortBodies(t *testing.T) {
	r := newRig(t)
	r.site.Set("/length", sitetest.Says("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhej"))
	r.site.Set("/chunks", sitetest.Says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhallo\r\n"))
	r.site.Set("/in-a-chunk", sitetest.Says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n500\r\nhallo"))
	for _, at := range []string{"/length", "/chunks", "/in-a-chunk"} {
		require.True(t, r.fails(t, r.site.URL(at), client.ShortBody).Temporary(), at)
		require.True(t, r.fails(t, "http://kil.se"+at, client.ShortBody).Temporary(), at)
	}
}

func TestLyingBodies(t *testing.T) {
	r := newRig(t)
	r.site.Set("/longer", sitetest.Says("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhej då"))
	r.site.Set("/after-chunks", sitetest.Says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhej\r\n0\r\n\r\nmera"))
	r.fails(t, r.site.URL("/longer"), client.LongBody)
	r.fails(t, r.site.URL("/after-chunks"), client.LongBody)
	r.site.Set("/bad-chunk", sitetest.Says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhej\r\n"))
	r.fails(t, r.site.URL("/bad-chunk"), client.ShortBody)
	r.site.Set("/not-gzip", sitetest.Says("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhej"))
	x, err := r.do(t, r.site.URL("/not-gzip"))
	require.NoError(t, err, "the bytes are whole")
	var bad *model.ReadError
	require.ErrorAs(t, x.ContentErr, &bad)
	require.Equal(t, model.Damaged, bad.Code)
	for i, nothing := range []string{"", "hej\r\n\r\n", "SSH-2.0-x\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nServer", strings.Repeat("HTTP/1.1 103 Early\r\n\r\n", 9)} {
		r.site.Set("/nothing", sitetest.Says(nothing))
		require.True(t, r.fails(t, r.site.URL("/nothing"), client.NoHTTP).Temporary(), i)
	}
}

func TestInterimAnswersArePassedOver(t *testing.T) {
	r := newRig(t)
	answer := "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhej"
	r.site.Set("/", sitetest.Says("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"+answer))
	x, err := r.do(t, r.site.URL("/"))
	require.NoError(t, err)
	require.Equal(t, answer, string(x.Raw))
}

func TestGzipBombs(t *testing.T) {
	r := newRig(t)
	bomb := []byte(strings.Repeat("0", 1<<20))
	for range 2 {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(bomb)
		z.Close()
		bomb = b.Bytes()
		coding := "gzip"
		if len(bomb) < 1000 {
			coding = "gzip, gzip"
		}
		r.site.Set("/", sitetest.Says(fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n%s", coding, len(bomb), bomb)))
		x, err := r.do(t, r.site.URL("/"))
		require.NoError(t, err)
		var bad *model.ReadError
		require.ErrorAs(t, x.ContentErr, &bad)
		require.Equal(t, model.TooLarge, bad.Code)
		require.Empty(t, x.Content)
	}
}

func TestCertificates(t *testing.T) {
	r := newRig(t)
	for _, fault := range []sitetest.Fault{sitetest.Expired, sitetest.NotYet, sitetest.SelfSigned, sitetest.WrongHost} {
		host := string(fault) + ".se"
		site := r.web.Site(host)
		site.Certificate = fault
		site.HTML("/", "x")
		r.net = r.web.Network()
		require.False(t, r.fails(t, site.URL("/"), client.Untrusted).Temporary(), fault)
	}
	require.Empty(t, r.web.Hits(), "no request before the certificate is verified")
	r.site.HTML("/", "x")
	c := client.New(client.Options{Resolver: r.net, Dial: r.net.Dial, Now: r.clock.Now}) // the system's roots
	_, err := c.Do(t.Context(), client.Request{URL: "https://kil.se/"})
	var failed *client.Error
	require.ErrorAs(t, err, &failed)
	require.Equal(t, client.Untrusted, failed.Reason)
}

// Hosts that lead, by whatever notation or name, to what is not of the public
// internet. None is ever connected to.
func TestSSRFTable(t *testing.T) {
	r := newRig(t)
	names := map[string]string{
		"localhost": "127.0.0.1", "intern.kil.se": "10.1.2.3", "metadata.google.internal": "169.254.169.254", "six.kil.se": "::1",
		"mapped.kil.se": "::ffff:192.168.0.1", "nat64.kil.se": "64:ff9b::a00:1", "zero.kil.se": "0.0.0.0", "carrier.kil.se": "100.64.1.1",
		"6to4.kil.se": "2002:7f00:1::", "ula.kil.se": "fd00::1",
	}
	for name, ip := range names {
		r.net.Answer(name, []netip.Addr{netip.MustParseAddr(ip)})
	}
	r.net.Answer("mixed.kil.se", []netip.Addr{r.net.Hosts["kil.se"], netip.MustParseAddr("127.0.0.1")})
	hosts := []string{
		"127.0.0.1", "127.1", "127.0.0.01", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001",
		"[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[fe80::1]", "[fd00:ec2::254]", "[64:ff9b::7f00:1]",
		"169.254.169.254", "192.168.1.1", "172.16.0.1", "10.0.0.1", "0.0.0.0", "0", "100.100.100.200", "255.255.255.255", "①②⑦.0.0.1",
		"localhost.", "mixed.kil.se", "kil.se@127.0.0.1",
	}
	for name := range names {
		hosts = append(hosts, name)
	}
	require.GreaterOrEqual(t, len(hosts), 25)
	for _, host := range hosts {
		for _, scheme := range []string{"http", "https"} {
			require.False(t, r.fails(t, scheme+"://"+host+"/", client.Refused).Temporary(), host)
		}
	}
	require.Empty(t, r.net.Refused(), "nothing reached the dialer")
	require.Empty(t, r.web.Hits())
}

func TestARebindingResolver(t *testing.T) {
	r := newRig(t)
	r.site.HTML("/", "x")
	public, loopback := []netip.Addr{r.net.Hosts["kil.se"]}, []netip.Addr{netip.MustParseAddr("127.0.0.1")}
	r.net.Answer("kil.se", public, loopback, public)
	x, err := r.do(t, r.site.URL("/"))
	require.NoError(t, err, "what was checked is connected to, without asking again")
	require.Equal(t, public[0].String(), x.IP)
	r.fails(t, r.site.URL("/"), client.Refused)
	_, err = r.do(t, r.site.URL("/"))
	require.NoError(t, err)
	require.Empty(t, r.net.Refused())
}

func TestPrivateAddressesNeedTheOption(t *testing.T) {
	r := newRig(t)
	c := client.New(client.Options{})
	_, err := c.Do(t.Context(), client.Request{URL: "http://" + r.net.Plain + "/"})
	var failed *client.Error
	require.ErrorAs(t, err, &failed)
	require.Equal(t, client.Refused, failed.Reason)
	c = client.New(client.Options{AllowPrivate: true})
	x, err := c.Do(t.Context(), client.Request{URL: "http://" + r.net.Plain + "/"})
	require.NoError(t, err, "--allow-private")
	require.Equal(t, http.StatusMisdirectedRequest, x.Message.Status)
}

func TestOtherSchemes(t *testing.T) {
	r := newRig(t)
	for _, url := range []string{"ftp://kil.se/", "file:///etc/passwd", "gopher://kil.se/", "javascript:x", "kil.se", ""} {
		r.fails(t, url, client.Refused)
	}
}

func TestHostsThatDoNotAnswer(t *testing.T) {
	r := newRig(t)
	require.True(t, r.fails(t, "https://finns-inte.se/", client.NoHost).Temporary())
	require.True(t, r.fails(t, "https://kil.se:8443/", client.Unreachable).Temporary())
	r.net.Answer("none.se", nil)
	r.fails(t, "https://none.se/", client.NoHost)
}

func TestCancelling(t *testing.T) {
	r := newRig(t)
	r.site.Set("/", waits("", long))
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	c := client.New(client.Options{Resolver: r.net, Dial: r.net.Dial, Roots: r.net.Roots(), Now: r.clock.Now})
	_, err := c.Do(ctx, client.Request{URL: r.site.URL("/")})
	var failed *client.Error
	require.ErrorAs(t, err, &failed)
	require.Equal(t, client.Cancelled, failed.Reason)
}

func TestRedirects(t *testing.T) {
	for _, c := range []struct{ from, location, want string }{
		{"https://kil.se/a/b", "c", "https://kil.se/a/c"},
		{"https://kil.se/a", "//www.kil.se", "https://www.kil.se/"},
		{"http://kil.se/", "https://kil.se/", "https://kil.se/"},
		{"https://kil.se/", "http://kil.se/", ""},
		{"https://kil.se/", "ftp://kil.se/", ""},
		{"https://kil.se/", "http://0x7f.1/", ""},
		{"https://kil.se/", "", ""},
	} {
		m := &warc.Message{Header: http.Header{"Location": {c.location}}}
		to, err := client.Redirect(c.from, m)
		require.Equal(t, c.want, to, c.location)
		require.Equal(t, c.want == "", err != nil, c.location)
	}
	require.True(t, client.IsRedirect(308))
	require.False(t, client.IsRedirect(304))
}
