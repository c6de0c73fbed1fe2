package fetch

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/archive/warc"
	"github.com/lofte/lofte/corpus/fetch/address"
	"github.com/lofte/lofte/corpus/fetch/client"
	"github.com/lofte/lofte/corpus/fetch/state"
	"github.com/lofte/lofte/model"
)

// rolePage is the role of an address that may hold a document.
const rolePage = "page"

// job is an address that is to be asked for.
type job struct {
	url, role, source string
	depth, hops       int
	via, list         string
	origin            string // whose robots.txt it is
	etag, modified    string
}

func (j job) host() string { return address.Host(j.url) }

func jobOf(p state.Page) job {
	return job{url: p.URL, role: p.Role, source: p.Source, depth: p.Depth, hops: p.Hops, via: p.Via, list: p.List}
}

// page is what the state knows of an address that it only knows the job of.
func (j job) page() state.Page {
	return state.Page{URL: j.url, Host: j.host(), Source: j.source, Role: j.role, Depth: j.depth, Hops: j.hops, Via: j.via, List: j.list}
}

// visit is a job that was done, just now or as the archive tells it.
type visit struct {
	job
	at, end    time.Time
	message    *warc.Message // nil when there was no answer
	content    []byte
	contentErr error
	payload    string        // labelled digest of the payload
	same       bool          // the payload is the one that the state knows
	reason     client.Reason // why there was no answer
	failure    string
	position   archive.Position
}

func (v *visit) status() int {
	if v.message == nil {
		return 0
	}
	return v.message.Status
}

// sha256 is the digest that decides whether a document is the same. One that
// could not be decompressed goes by its payload.
func (v *visit) sha256() string {
	if v.contentErr != nil {
		return model.Digest(v.message.Payload)
	}
	return model.Digest(v.content)
}

// newVisit is a request that was just made. The time of its end is in
// milliseconds, as the state keeps it.
func newVisit(j job, at, end time.Time, x *client.Exchange, err error) *visit {
	v := &visit{job: j, at: at, end: end}
	var failed *client.Error
	switch {
	case errors.As(err, &failed):
		v.reason, v.failure = failed.Reason, failed.Err.Error()
	case err != nil:
		v.reason, v.failure = client.Unreachable, err.Error()
	case x.Message.Status == 304 && j.etag+j.modified == "":
		v.reason, v.failure = client.NoHTTP, "a 304 to a request without conditions"
	default:
		v.message, v.content, v.contentErr = x.Message, x.Content, x.ContentErr
		v.payload = warc.Digest(x.Message.Payload)
	}
	return v
}

// Fields of the metadata record of an exchange, besides its role.
const (
	fieldSource   = "source"
	fieldDepth    = "depth"
	fieldHops     = "hops"
	fieldVia      = "via"
	fieldList     = "list"
	fieldOrigin   = "robotsFor"
	fieldTook     = "fetchTimeMs"
	fieldReason   = "failed"
	fieldFailure  = "error"
	fieldOf       = "municipality"
	fieldDecision = "decision"
	fieldDecider  = "decidedBy"
	fieldContent  = "content"
	fieldTitle    = "title"
)

// fields are what the archive keeps of a visit besides the bytes.
func (v *visit) fields() warc.Header {
	h := warc.Header{{Name: fieldSource, Value: v.source}}
	add := func(name, value string) {
		if value != "" && value != "0" {
			h = append(h, warc.Field{Name: name, Value: value})
		}
	}
	add(fieldDepth, strconv.Itoa(v.depth))
	add(fieldHops, strconv.Itoa(v.hops))
	add(fieldVia, v.via)
	add(fieldList, v.list)
	add(fieldOrigin, v.origin)
	add(fieldTook, strconv.FormatInt(v.end.Sub(v.at).Milliseconds(), 10))
	add(fieldReason, string(v.reason))
	add(fieldFailure, v.failure)
	return h
}

// visitOf reads a visit back from the archive. limit is that of a document.
func visitOf(g *archive.Group, limit int64) (*visit, error) {
	number := func(name string) int {
		n, err := strconv.Atoi(g.Fields.Get(name))
		if err != nil {
			return 0 // not written when it is 0
		}
		return n
	}
	v := &visit{
		job: job{url: g.URL, role: g.Role(), source: g.Fields.Get(fieldSource), depth: number(fieldDepth), hops: number(fieldHops),
			via: g.Fields.Get(fieldVia), list: g.Fields.Get(fieldList), origin: g.Fields.Get(fieldOrigin)},
		at: g.At, end: g.At.Add(time.Duration(number(fieldTook)) * time.Millisecond), position: g.Position,
		reason: client.Reason(g.Fields.Get(fieldReason)), failure: g.Fields.Get(fieldFailure),
	}
	if g.Response == nil {
		return v, nil
	}
	m, err := warc.ParseResponse(g.Response)
	if err != nil {
		return nil, fmt.Errorf("%s in the archive: %w", g.URL, err)
	}
	v.message, v.payload = m, g.Line.Digest
	if v.same = g.Line.Revisit(); v.same {
		return v, nil
	}
	v.content, v.contentErr = m.Content(limit)
	return v, nil
}
