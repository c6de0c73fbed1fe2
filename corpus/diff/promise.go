package diff

import (
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
)

// SamePromise is how much of what two promises say must agree for them to be
// the same at two addresses, or in two periods that overlap.
const SamePromise = 0.5

// placed is a promise at an address.
type placed struct {
	promise  *model.Promise
	record   *model.Record
	place    string
	period   string
	replaces string // the period of the promise that stood there before
}

// key is the identity of a promise, but for what it says. One that is known by
// nothing else has none beyond its document.
func (p *placed) key() string {
	if p.place == "" {
		return "|" + p.period + "|" + p.document()
	}
	return p.place + "|" + p.period
}

func (p *placed) document() string { return p.record.Source.URI }

func promisesOf(r *model.Record) []*placed {
	var out []*placed
	if r != nil {
		for i := range r.Promises {
			p := &r.Promises[i]
			out = append(out, &placed{promise: p, record: r, place: place(p), period: period(p)})
		}
	}
	return out
}

// place is for whom a promise is made; "" is unknown.
func place(p *model.Promise) string {
	var codes []string
	for _, m := range p.Municipalities {
		codes = append(codes, m.Code)
	}
	slices.Sort(codes)
	key := strings.Join(slices.Compact(codes), "+")
	if p.District != "" {
		key += "/" + model.Slug(p.District)
	}
	return key
}

// period is when a promise holds, as a key; "" is unknown.
func period(p *model.Promise) string {
	v := p.Validity
	if v == nil || v.From == "" && v.To == "" {
		return ""
	}
	return v.From + "/" + v.To
}

// edtf is the period of a promise as it is shown.
func edtf(p *model.Promise) string {
	if p.Validity == nil {
		return ""
	}
	return p.Validity.EDTF
}

// end is the last day of a period; one without an end lasts.
func end(v *model.Validity) string {
	if v.To == "" {
		return "9999-12-31"
	}
	return v.To
}

// overlap reports whether two promises may hold at the same time; one whose
// period is unknown may.
func overlap(a, b *placed) bool {
	if a.period == "" || b.period == "" {
		return true
	}
	v, w := a.promise.Validity, b.promise.Validity
	return v.From <= end(w) && w.From <= end(v)
}

// follows reports whether the period of b lies after that of a.
func follows(a, b *placed) bool {
	return !overlap(a, b) && a.promise.Validity.From < b.promise.Validity.From
}
