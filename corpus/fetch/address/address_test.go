package address_test

import (
	"net/netip"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/fetch/address"
)

func TestNormalize(t *testing.T) {
	for raw, want := range map[string]string{
		"https://polisen.se":                        "https://polisen.se/",
		"HTTPS://Polisen.SE:443/A#b":                "https://polisen.se/A",
		"http://kil.se:80/?q=å b":                   "http://kil.se/?q=%C3%A5%20b",
		"http://kil.se:8080/":                       "http://kil.se:8080/",
		"https://kil.se/a/./b/../c":                 "https://kil.se/a/c",
		"https://kil.se/löften/":                    "https://kil.se/l%C3%B6ften/",
		"https://kil.se/l%C3%B6ften/":               "https://kil.se/l%C3%B6ften/",
		"https://kil.se/a%2Fb":                      "https://kil.se/a%2Fb",
		"https://kil.se./":                          "https://kil.se/",
		"https://malmö.se/":                         "https://xn--malm-8qa.se/",
		" https://kil.se/ ":                         "https://kil.se/",
		"https://[2A00:0:0:0:0:0:0:1]/":             "https://[2a00::1]/",
		"https://[::ffff:127.0.0.1]/":               "https://127.0.0.1/",
		"https://8.8.8.8/":                          "https://8.8.8.8/",
		"https://kil.se?a=1":                        "https://kil.se/?a=1",
		"https://polisen.se/om-polisen//a/":         "https://polisen.se/om-polisen//a/",
		"https://kil.se/download/18.3e/1552/L%20.p": "https://kil.se/download/18.3e/1552/L%20.p",
	} {
		got, err := address.Normalize(raw)
		require.NoError(t, err, raw)
		require.Equal(t, want, got, raw)
		again, err := address.Normalize(got)
		require.NoError(t, err, got)
		require.Equal(t, got, again, "a normal address is its own form")
	}
}

func TestRefusedAddresses(t *testing.T) {
	for _, raw := range []string{
		"", "kil.se", "/a", "ftp://kil.se/", "file:///etc/passwd", "gopher://kil.se/", "javascript:alert(1)",
		"data:text/html,x", "mailto:a@kil.se", "http://", "http:///a", "http://user:pw@kil.se/", "http://kil.se@127.0.0.1/",
		"http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://127.1/", "http://0177.0.0.1/",
		"http://127.0.0.01/", "http://①②⑦.⓪.⓪.①/", "http://[fe80::1%25eth0]/", "http://[::1/", "http://kil.se:0/",
		"http://kil.se:99999/", "http://a b/", "http://kil..se/", "http://%31%32%37.0.0.1.0x1/",
	} {
		_, err := address.Normalize(raw)
		var refused *address.Error
		require.ErrorAs(t, err, &refused, raw)
	}
}

func TestPublic(t *testing.T) {
	for ip, want := range map[string]bool{
		"8.8.8.8": true, "193.182.18.1": true, "2a00:1450::1": true, "172.32.0.1": true, "100.128.0.1": true,
		"127.0.0.1": false, "127.255.255.254": false, "0.0.0.0": false, "10.1.2.3": false, "172.16.0.1": false, "172.31.255.255": false,
		"192.168.1.1": false, "169.254.169.254": false, "100.64.0.1": false, "100.100.100.200": false, "192.0.0.192": false,
		"198.18.0.1": false, "203.0.113.7": false, "224.0.0.1": false, "255.255.255.255": false, "::": false, "::1": false,
		"::ffff:127.0.0.1": false, "::ffff:8.8.8.8": true, "::7f00:1": false, "fe80::1": false, "fc00::1": false, "fd00:ec2::254": false,
		"ff02::1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false, "2001::1": false, "2001:db8::1": false, "fec0::1": false,
	} {
		require.Equal(t, want, address.Public(netip.MustParseAddr(ip)), ip)
	}
	require.False(t, address.Public(netip.Addr{}))
}

func TestResolve(t *testing.T) {
	const base = "https://polisen.se/om-polisen/medborgarloften/"
	for ref, want := range map[string]string{
		"kil/": base + "kil/", "/a": "https://polisen.se/a", "//kil.se/x": "https://kil.se/x", "?p=2": base + "?p=2",
		"#top": base, "../": "https://polisen.se/om-polisen/",
	} {
		got, err := address.Resolve(base, ref)
		require.NoError(t, err, ref)
		require.Equal(t, want, got, ref)
	}
	for _, ref := range []string{"javascript:void(0)", "mailto:x@y.se", "http://[::1", "tel:114"} {
		_, err := address.Resolve(base, ref)
		require.Error(t, err, ref)
	}
}

func TestParts(t *testing.T) {
	require.Equal(t, "kil.se:8080", address.Host("http://kil.se:8080/a/b"))
	require.Equal(t, "http://kil.se:8080", address.Origin("http://kil.se:8080/?a"))
}

func FuzzNormalize(f *testing.F) {
	seeds := []string{"https://polisen.se/a/../b?c#d", "http://0x7f.1/", "http://[::ffff:1.2.3.4]:80/", "http://malmö.se/"}
	require.NotEmpty(f, seeds)
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got, err := address.Normalize(raw)
		if err != nil {
			return
		}
		again, err := address.Normalize(got)
		if err != nil || again != got {
			t.Fatalf("%q became %q became %q, %v", raw, got, again, err)
		}
	})
}
