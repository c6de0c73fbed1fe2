package archive

import (
	"bytes"
	"fmt"
	"time"

	"github.com/lofte/lofte/corpus/archive/cdxj"
	"github.com/lofte/lofte/corpus/archive/warc"
)

// Exchange is one request and what came of it. Request and Response are the
// bytes as they went over the wire; without a Response the exchange failed,
// and Fields say how. Same is the earlier capture of the same address that the
// response repeats: by a 304, or by a payload of the same digest.
type Exchange struct {
	URL      string
	At       time.Time // when the request began
	IP       string    // the address that was connected to
	Role     string    // what the address is to the fetcher: page, listing, robots, sitemap
	Request  []byte
	Response []byte
	Same     *Original
	Fields   warc.Header // what else is known about it, kept as metadata
}

// Original is the response that a revisit repeats: never itself a revisit.
// Digest is that of its payload.
type Original struct {
	URL    string
	At     time.Time
	Digest string
}

// Ref names an exchange in the archive.
type Ref struct {
	URL      string
	At       time.Time
	ID       string    // of the response, revisit or, without either, metadata record
	Line     cdxj.Line // as the index has it; zero for an exchange that failed
	Position Position  // of the end of its group
}

// Position is a place between groups, for reading on from there.
type Position struct {
	Segment string
	Offset  int64
}

// Before reports whether p comes before q.
func (p Position) Before(q Position) bool {
	if p.Segment != q.Segment {
		return p.Segment < q.Segment
	}
	return p.Offset < q.Offset
}

// roleField is the metadata field that holds an exchange's role, noteField
// the one that marks a note that was added later.
const (
	roleField = "role"
	noteField = "note"
)

// group is the records of an exchange while they are being made.
type group struct {
	w    *Writer
	out  bytes.Buffer
	base int64 // where the group begins in the segment
	ref  Ref
	date string
}

func (w *Writer) encode(x Exchange) (*group, error) {
	g := &group{w: w, base: w.size, date: warc.FormatDate(x.At), ref: Ref{URL: x.URL, At: x.At}}
	if x.Response != nil {
		if err := g.response(x); err != nil {
			return nil, err
		}
	}
	if x.Request != nil {
		if err := g.record(warc.Request, x.URL, warc.Header{{Name: "Content-Type", Value: warc.RequestType}}, x.Request); err != nil {
			return nil, err
		}
	}
	fields := append(warc.Header{{Name: roleField, Value: x.Role}}, x.Fields...)
	return g, g.metadata(x.URL, fields)
}

func (g *group) metadata(url string, fields warc.Header) error {
	return g.record(warc.Metadata, url, warc.Header{{Name: "Content-Type", Value: warc.FieldsType}}, warc.EncodeFields(fields))
}

// record adds one record. The first of a group gives it its id; the others
// name it as concurrent.
func (g *group) record(kind, url string, more warc.Header, block []byte) error {
	id, err := warc.NewID(g.w.options.Random)
	if err != nil {
		return err
	}
	h := warc.Header{
		{Name: "WARC-Type", Value: kind}, {Name: "WARC-Record-ID", Value: id},
		{Name: "WARC-Date", Value: g.date}, {Name: "WARC-Target-URI", Value: url},
	}
	if g.ref.ID == "" {
		g.ref.ID = id
	} else {
		h = append(h, warc.Field{Name: "WARC-Concurrent-To", Value: g.ref.ID})
	}
	return g.w.encoder.Append(&g.out, append(h, more...), block)
}

func (g *group) response(x Exchange) error {
	m, err := warc.ParseResponse(x.Response)
	if err != nil {
		return fmt.Errorf("archive %s: %w", x.URL, err)
	}
	line := cdxj.Line{Key: cdxj.Key(x.URL), Time: x.At.UTC().Truncate(time.Second), URL: x.URL, Mime: m.MediaType(),
		Status: m.Status, Digest: warc.Digest(m.Payload), Offset: g.base, Filename: g.w.name, Role: x.Role}
	more := warc.Header{{Name: "Content-Type", Value: warc.ResponseType}}
	if x.IP != "" {
		more = append(more, warc.Field{Name: "WARC-IP-Address", Value: x.IP})
	}
	kind, block := warc.Response, x.Response
	if x.Same != nil {
		kind, block = warc.Revisit, x.Response[:len(x.Response)-len(m.Raw)]
		line.Mime = cdxj.RevisitMime
		line.Digest = x.Same.Digest
		more = append(more, refersTo(x.Same, m.Status)...)
	}
	more = append(more, warc.Field{Name: "WARC-Payload-Digest", Value: line.Digest})
	err = g.record(kind, x.URL, more, block)
	line.Length = int64(g.out.Len())
	g.ref.Line = line
	return err
}

func refersTo(same *Original, status int) warc.Header {
	profile := warc.SamePayload
	if status == 304 {
		profile = warc.NotModified
	}
	return warc.Header{
		{Name: "WARC-Profile", Value: profile},
		{Name: "WARC-Refers-To-Target-URI", Value: same.URL},
		{Name: "WARC-Refers-To-Date", Value: warc.FormatDate(same.At)},
	}
}
