package pdfmend

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"slices"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	pdfcpumodel "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"

	"github.com/lofte/lofte/model"
)

// Limits that hold where Options name no other.
const (
	DefaultDecompressed = 128 << 20 // bytes
	DefaultPages        = 500
)

// Limits that no caller needs to move.
const (
	maxPixels  = 40_000_000 // of an image
	maxObjects = 1_000_000
	maxDepth   = 64
)

// Options bound the work on one document.
type Options struct {
	Decompressed int // bytes unpacked from it; 0 means DefaultDecompressed
	Pages        int // 0 means DefaultPages
}

func (o Options) withDefaults() Options {
	if o.Decompressed <= 0 {
		o.Decompressed = DefaultDecompressed
	}
	if o.Pages <= 0 {
		o.Pages = DefaultPages
	}
	return o
}

// withoutSettings keeps pdfcpu from reading and writing the user's settings. It
// is what its package api does to the end; that package as a whole would cost
// each start of the program as much as ten documents.
var withoutSettings = sync.OnceFunc(func() { pdfcpumodel.ConfigPath = "disable" })

func (o Options) configuration(command pdfcpumodel.CommandMode) *pdfcpumodel.Configuration {
	withoutSettings()
	c := pdfcpumodel.NewDefaultConfiguration()
	c.Cmd = command
	c.Offline = true
	c.ValidationMode = pdfcpumodel.ValidationRelaxed
	c.Limits.MaxStreamBytes, c.Limits.MaxDecodeBytes = int64(o.Decompressed), int64(o.Decompressed)
	c.Limits.MaxImageBytes, c.Limits.MaxImagePixels = int64(o.Decompressed), maxPixels
	c.Limits.MaxObjectCount, c.Limits.MaxXRefEntries, c.Limits.MaxRecursionDepth = maxObjects, maxObjects, maxDepth
	return c
}

// Rewrite decrypts a file that opens without a password, and writes all of it
// that can be read anew. The error is a *model.ReadError: model.Encrypted for a
// file that needs a password, else model.Damaged.
func Rewrite(ctx context.Context, data []byte, opts Options) ([]byte, error) {
	opts = opts.withDefaults()
	return guarded(ctx, func() ([]byte, error) {
		conf := opts.configuration(rewriting(data))
		read, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(data), conf)
		if errors.Is(err, pdfcpu.ErrWrongPassword) {
			return nil, &model.ReadError{Code: model.Encrypted, Err: errors.New("a password is needed to open the file")}
		}
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		read.Write.Writer = bufio.NewWriter(&out)
		if err := errors.Join(pdfcpu.WriteContext(read), read.Write.Flush()); err != nil {
			return nil, err
		}
		return out.Bytes(), nil
	})
}

// rewriting is pdfcpu's command: it decrypts no file that is not encrypted.
func rewriting(data []byte) pdfcpumodel.CommandMode {
	if bytes.Contains(data, []byte("/Encrypt")) {
		return pdfcpumodel.DECRYPT
	}
	return pdfcpumodel.OPTIMIZE
}

// Image is the picture that a page shows, as a file that image readers know.
type Image struct {
	Page          int
	Data          []byte
	Width, Height int // pixels
}

// Images takes the largest image out of each of the pages, where it can be had.
// Pages count from 1.
func Images(ctx context.Context, data []byte, pages []int, opts Options) []Image {
	opts = opts.withDefaults()
	out, _ := guarded(ctx, func() ([]Image, error) {
		read, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(data), opts.configuration(pdfcpumodel.EXTRACTIMAGES))
		if err != nil {
			return nil, err
		}
		if err := validate.XRefTable(read); err != nil {
			return nil, err
		}
		if err := pdfcpu.OptimizeXRefTable(read); err != nil {
			return nil, err
		}
		var out []Image
		left := opts.Decompressed
		for _, n := range pages {
			if n > read.PageCount || ctx.Err() != nil || left <= 0 {
				continue
			}
			if i, ok := largest(read, n); ok {
				out = append(out, i)
				left -= len(i.Data)
			}
		}
		return out, nil
	})
	return out
}

// largest is the image of a page with most pixels.
func largest(read *pdfcpumodel.Context, page int) (best Image, ok bool) {
	found, _ := pdfcpu.ExtractPageImages(read, page, false)
	numbers := make([]int, 0, len(found))
	for n := range found {
		numbers = append(numbers, n)
	}
	slices.SortFunc(numbers, cmp.Compare[int])
	for _, n := range numbers {
		if found[n].Reader == nil || found[n].Thumb {
			continue
		}
		data, err := io.ReadAll(found[n].Reader)
		if err != nil {
			continue
		}
		c, _, err := image.DecodeConfig(bytes.NewReader(data))
		if err == nil && c.Width*c.Height > best.Width*best.Height {
			best, ok = Image{Page: page, Data: data, Width: c.Width, Height: c.Height}, true
		}
	}
	return best, ok
}

// guarded runs work that may panic, and that does not look at the context.
func guarded[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r.err = fmt.Errorf("pdfcpu failed: %v", p)
			}
			done <- r
		}()
		r.value, r.err = work()
	}()
	select {
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	case r := <-done:
		var known *model.ReadError
		if r.err != nil && !errors.As(r.err, &known) {
			r.err = &model.ReadError{Code: model.Damaged, Err: r.err}
		}
		return r.value, r.err
	}
}
