package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// fakeStages take a document for its own text, one paragraph, and find nothing
// in it.
func fakeStages() stages {
	return stages{
		maxBytes: 1 << 20,
		read: func(_ context.Context, data []byte, _ string) (*model.Document, error) {
			return &model.Document{Text: string(data)}, nil
		},
		record: func(doc *model.Document) *model.Record {
			return &model.Record{Schema: model.SchemaVersion, ID: model.RecordID([]byte(doc.Text)), Kind: model.KindOther,
				Source: doc.Source, Promises: []model.Promise{}}
		},
	}
}

func texts(contents ...string) []Source {
	var sources []Source
	for i, content := range contents {
		sources = append(sources, Stream(fmt.Sprintf("%d.txt", i), strings.NewReader(content)))
	}
	return sources
}

func collect(t *testing.T, sources []Source, opts Options, s stages) []*model.Record {
	t.Helper()
	var records []*model.Record
	for record, err := range convert(t.Context(), sources, opts, s) {
		require.NoError(t, err)
		records = append(records, record)
	}
	requireValid(t, records)
	return records
}

// requireValid holds records against the schema, as all that a test makes, and
// writes them back.
func requireValid(t *testing.T, records []*model.Record) {
	t.Helper()
	for _, record := range records {
		line := encoded(t, record)
		again, err := Validate([]byte(line))
		require.NoError(t, err, record.Source.URI)
		require.Equal(t, line, encoded(t, again))
	}
}

func encoded(t *testing.T, record *model.Record) string {
	t.Helper()
	var line strings.Builder
	require.NoError(t, Encode(&line, record, ""))
	return line.String()
}

func TestConvertKeepsOrder(t *testing.T) {
	s := fakeStages()
	s.read = func(_ context.Context, data []byte, _ string) (*model.Document, error) {
		if string(data) == "slow" {
			time.Sleep(2 * time.Millisecond)
		}
		return &model.Document{Text: string(data)}, nil
	}
	contents := strings.Split(strings.Repeat("slow fast fast fast fast fast fast ", 20), " ")
	for _, jobs := range []int{0, 1, 3, 8, 500} {
		records := collect(t, texts(contents...), Options{Jobs: jobs}, s)
		require.Len(t, records, len(contents))
		for i, record := range records {
			require.Equal(t, fmt.Sprintf("%d.txt", i), record.Source.URI)
			require.Equal(t, model.Digest([]byte(contents[i])), record.Source.SHA256)
			require.Equal(t, len(contents[i]), record.Source.Bytes)
		}
	}
}

// While the first document takes its time, no more than the look-ahead is
// converted behind it.
func TestConvertBoundsLookAhead(t *testing.T) {
	const jobs = 2
	var begun atomic.Int32
	s := fakeStages()
	release := make(chan struct{})
	s.read = func(_ context.Context, data []byte, _ string) (*model.Document, error) {
		if begun.Add(1); string(data) == "first" {
			<-release
		}
		return &model.Document{Text: string(data)}, nil
	}
	contents := append([]string{"first"}, strings.Split(strings.Repeat("x ", 100), " ")...)
	go func() {
		time.Sleep(50 * time.Millisecond)
		close(release)
	}()
	for range convert(t.Context(), texts(contents...), Options{Jobs: jobs}, s) {
		require.LessOrEqual(t, int(begun.Load()), jobs*lookAhead+jobs+1)
		return
	}
}

func TestConvertEndsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := fakeStages()
	s.read = func(ctx context.Context, _ []byte, _ string) (*model.Document, error) {
		cancel()
		<-ctx.Done()
		return nil, ctx.Err()
	}
	n := 0
	for record, err := range convert(ctx, texts("a", "b", "c"), Options{Jobs: 1}, s) {
		require.ErrorIs(t, err, context.Canceled)
		require.Nil(t, record)
		n++
	}
	require.Equal(t, 1, n)
}

func TestConvertStopsWhenNobodyReads(t *testing.T) {
	var begun atomic.Int32
	s := fakeStages()
	s.record = func(doc *model.Document) *model.Record {
		begun.Add(1)
		return failure(doc.Source, io.EOF)
	}
	contents := strings.Split(strings.Repeat("x ", 1000), " ")
	for range convert(t.Context(), texts(contents...), Options{Jobs: 2}, s) {
		break
	}
	require.Less(t, int(begun.Load()), 100)
}

func TestFailedDocumentHasRecord(t *testing.T) {
	broken := errors.New("no end of central directory")
	read := func(fail func() error) stages {
		s := fakeStages()
		s.maxBytes = 8
		s.read = func(context.Context, []byte, string) (*model.Document, error) { return nil, fail() }
		return s
	}
	for name, c := range map[string]struct {
		stages  stages
		content string
		code    model.Code
		message string
	}{
		"typed":   {read(func() error { return &model.ReadError{Code: model.Encrypted, Err: broken} }), "x", model.Encrypted, broken.Error()},
		"wrapped": {read(func() error { return fmt.Errorf("read: %w", &model.ReadError{Code: model.Empty, Err: broken}) }), "x", model.Empty, broken.Error()},
		"untyped": {read(func() error { return broken }), "x", model.Damaged, broken.Error()},
		"panic":   {read(func() error { panic("index out of range") }), "x", model.Crashed, "index out of range"},
		"large":   {read(func() error { return nil }), "ninebytes", model.TooLarge, "9 bytes are more than the limit of 8"},
	} {
		records := collect(t, texts(c.content), Options{}, c.stages)
		require.Len(t, records, 1, name)
		require.True(t, records[0].Failed(), name)
		require.Equal(t, &model.Record{
			Schema:      model.SchemaVersion,
			ID:          model.RecordID([]byte(c.content)),
			Source:      model.Source{URI: "0.txt", SHA256: model.Digest([]byte(c.content)), Bytes: len(c.content)},
			Promises:    []model.Promise{},
			Diagnostics: []model.Diagnostic{{Code: c.code, Severity: model.Failure, Message: c.message}},
		}, records[0], name)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("input/output error") }

func TestUnobtainableDocument(t *testing.T) {
	records := collect(t, []Source{File("missing.pdf"), File("absent.pdf"), Stream("-", brokenReader{})}, Options{}, fakeStages())
	for _, record := range records {
		require.Equal(t, model.Unobtainable, record.Diagnostics[0].Code)
		require.Empty(t, record.Source.SHA256)
	}
	require.NotEqual(t, records[0].ID, records[1].ID)
}
