package links

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"

	"github.com/lofte/lofte/corpus/fetch/address"
)

// Limits of the sitemap protocol.
const (
	sitemapBytes = 50 << 20
	sitemapLinks = 50_000
)

// Sitemap is what a sitemap names: pages, and further sitemaps.
type Sitemap struct {
	Pages    []Link
	Sitemaps []string
}

// ParseSitemap reads a sitemap or an index of sitemaps, compressed or not,
// or a plain list of addresses. What comes before an error is kept.
func ParseSitemap(body []byte, at string) (*Sitemap, error) {
	body, err := unzip(body)
	if err != nil {
		return nil, fmt.Errorf("sitemap %s: %w", at, err)
	}
	s := &Sitemap{}
	if !bytes.HasPrefix(bytes.TrimPrefix(bytes.TrimSpace(body), []byte("\xef\xbb\xbf")), []byte("<")) {
		for line := range strings.Lines(string(body)) {
			s.add("url", line, at)
		}
		return s, nil
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	d.CharsetReader = charset.NewReaderLabel
	if err := s.read(d, at); err != nil {
		return s, fmt.Errorf("sitemap %s: %w", at, err)
	}
	return s, nil
}

func unzip(body []byte) ([]byte, error) {
	if !bytes.HasPrefix(body, []byte("\x1f\x8b")) {
		return body, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(z, sitemapBytes+1))
	if len(out) > sitemapBytes {
		return nil, fmt.Errorf("over %d bytes", sitemapBytes)
	}
	return out, err
}

// read takes the loc elements, each by the element that it stands in.
func (s *Sitemap) read(d *xml.Decoder, at string) error {
	var within []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			within = append(within, t.Name.Local)
		case xml.EndElement:
			within = within[:len(within)-1]
		case xml.CharData:
			if n := len(within); n >= 2 && within[n-1] == "loc" {
				s.add(within[n-2], string(t), at)
			}
		}
	}
}

func (s *Sitemap) add(kind, loc, at string) {
	loc = strings.TrimSpace(loc)
	if loc == "" || len(s.Pages)+len(s.Sitemaps) >= sitemapLinks {
		return
	}
	to, err := address.Resolve(at, loc)
	switch {
	case err != nil:
	case kind == "url":
		s.Pages = append(s.Pages, Link{URL: to})
	case kind == "sitemap":
		s.Sitemaps = append(s.Sitemaps, to)
	}
}
