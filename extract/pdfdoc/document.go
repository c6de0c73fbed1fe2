package pdfdoc

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
	"github.com/lofte/lofte/extract/layout"
	"github.com/lofte/lofte/model"
)

// document is one open file with what is left of its budgets. Fonts and forms
// are kept by the text of their dictionaries: equal texts with equal references
// are the same thing.
type document struct {
	ctx       context.Context
	opts      Options
	data      []byte
	reader    *pdf.Reader
	encrypted bool
	fonts     map[string]*font
	fontSets  map[string]map[string]*font
	forms     map[string][]byte
	externals map[string]external
	left      int // decompressed bytes
	operators int
	drawn     int // forms
	problem   error
	truncated string // which limit cut the document off
	pageList  []pdf.Value
}

// open parses the file's cross-references and page tree.
func open(ctx context.Context, data []byte, opts Options) (d *document, err error) {
	defer guard(&err)
	if err := checkCounts(data, opts.Objects); err != nil {
		return nil, err
	}
	reader, err := pdf.NewReader(newSource(ctx, data, opts.Reads), int64(len(data)))
	if err != nil {
		return nil, openError(err)
	}
	d = &document{
		ctx: ctx, opts: opts, data: data, reader: reader, left: opts.DocumentBytes, operators: opts.Operators,
		fonts: map[string]*font{}, fontSets: map[string]map[string]*font{}, forms: map[string][]byte{}, externals: map[string]external{},
	}
	d.encrypted = !reader.Trailer().Key("Encrypt").IsNull()
	d.pages(reader.Trailer().Key("Root").Key("Pages"), map[string]bool{}, 0)
	if len(d.pageList) == 0 {
		return nil, damaged("no page can be found in the file")
	}
	return d, nil
}

// openError types the object parser's errors: its words for encryption are the
// only sign of it.
func openError(err error) error {
	if errors.Is(err, pdf.ErrInvalidPassword) {
		return &model.ReadError{Code: model.Encrypted, Err: errors.New("a password is needed to open the file")}
	}
	if strings.Contains(err.Error(), "encrypt") {
		return &model.ReadError{Code: model.Encrypted, Err: quoting(err)}
	}
	return asReadError(err)
}

// pages collects the leaves of the page tree in order. A node that was met
// before is passed over, so that cycles end.
func (d *document) pages(node pdf.Value, seen map[string]bool, depth int) {
	var kids pdf.Value
	if d.attempt(func() { kids = node.Key("Kids") }) != nil {
		return
	}
	if kids.Kind() != pdf.Array {
		if node.Kind() == pdf.Dict {
			d.pageList = append(d.pageList, node)
		}
		return
	}
	if depth >= maxTreeDepth {
		return
	}
	references := arrayReferences(kids)
	for i := 0; i < kids.Len(); i++ {
		if len(d.pageList) >= d.opts.Pages {
			d.truncated = "pages"
			return
		}
		if references != nil {
			if seen[references[i]] {
				continue
			}
			seen[references[i]] = true
		}
		if kid, ok := d.kid(kids, i); ok {
			d.pages(kid, seen, depth+1)
		}
	}
}

// kid resolves one entry of a page tree node; a broken one is remembered as the
// document's problem and costs that page only.
func (d *document) kid(kids pdf.Value, i int) (kid pdf.Value, ok bool) {
	err := d.attempt(func() { kid = kids.Index(i) })
	return kid, err == nil && !kid.IsNull()
}

// attempt runs f, which asks the object parser for something that may be broken.
// A problem is remembered; running out of time or reads is passed on.
func (d *document) attempt(f func()) (err error) {
	defer func() {
		if err == nil {
			return
		}
		if d.problem == nil {
			d.problem = err
		}
		if d.ctx.Err() != nil {
			panic(err)
		}
	}()
	defer guard(&err)
	f()
	return nil
}

// arrayReferences are the references "n g" of an array that holds nothing else,
// nil for any other array.
func arrayReferences(v pdf.Value) []string {
	text := strings.Trim(v.String(), "[]")
	if strings.ContainsAny(text, "</([") {
		return nil
	}
	references := strings.Split(text, " R")
	if len(references) != v.Len()+1 {
		return nil
	}
	for i := range references {
		references[i] = strings.TrimSpace(references[i])
	}
	return references
}

// bytes decompresses a stream within the limits. What comes before a fault or
// a limit is kept.
func (d *document) bytes(stream pdf.Value) []byte {
	var buf bytes.Buffer
	limit := min(d.opts.StreamBytes, d.left)
	err := d.attempt(func() {
		n, err := io.Copy(&buf, io.LimitReader(stream.Reader(), int64(limit)))
		if n >= int64(limit) {
			d.truncated = "decompressed bytes"
		}
		if err != nil {
			panic(err)
		}
	})
	out := buf.Bytes()
	if err != nil || len(out) == 0 {
		out = d.relength(stream, out, limit)
	}
	d.left -= len(out)
	return out
}

// relength reads a stream whose length is wrong, up to the word that ends it;
// former is what the length gave. The text of a stream names its offset.
func (d *document) relength(stream pdf.Value, former []byte, limit int) []byte {
	filter := stream.Key("Filter")
	if filter.Kind() == pdf.Array && filter.Len() == 1 {
		filter = filter.Index(0)
	}
	text := stream.String()
	offset, err := strconv.Atoi(text[strings.LastIndexByte(text, '@')+1:])
	if err != nil || offset < 0 || offset > len(d.data) || d.encrypted || limit <= 0 {
		return former
	}
	data := d.data[offset:]
	if end := bytes.Index(data, []byte("endstream")); end >= 0 {
		data = data[:end]
	}
	switch filter.Name() {
	case "FlateDecode":
		if again := inflate(data, limit); len(again) > len(former) && !bytes.Equal(again, data) {
			return again
		}
	case "":
		if filter.IsNull() && len(data) > len(former) {
			return data[:min(len(data), limit)]
		}
	}
	return former
}

// inherited looks a key up in a page and the nodes above it.
func inherited(page pdf.Value, key string) pdf.Value {
	for depth := 0; depth < maxTreeDepth && !page.IsNull(); depth++ {
		if v := page.Key(key); !v.IsNull() {
			return v
		}
		page = page.Key("Parent")
	}
	return pdf.Value{}
}

// A4 in points, for pages that do not say how large they are.
const (
	a4Width  = 595
	a4Height = 842
)

// pageBox is the visible area of a page in user space.
func pageBox(page pdf.Value) layout.Box {
	for _, key := range []string{"CropBox", "MediaBox"} {
		box := boxIn(inherited(page, key))
		if box.Width() > 1 && box.Height() > 1 {
			return box
		}
	}
	return layout.Box{X1: a4Width, Y1: a4Height}
}

// boxIn reads a rectangle, which names any two opposite corners (ISO 32000-1,
// 7.9.5).
func boxIn(v pdf.Value) layout.Box {
	x0, y0, x1, y1 := v.Index(0).Float64(), v.Index(1).Float64(), v.Index(2).Float64(), v.Index(3).Float64()
	return layout.Box{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
}
