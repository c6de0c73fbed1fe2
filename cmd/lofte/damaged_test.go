package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// How a PDF is damaged, and how many of those with a flipped bit have to be
// read all the same: a bit in an image or a space harms nothing.
const (
	truncationStep = 97
	flips          = 1000
	leastRead      = 900
)

// TestDamagedDocumentsEnd converts a PDF cut off at every 97th byte and with
// one of its bits flipped, each in a worker: all have a record, and none without
// text is without a reason.
func TestDamagedDocumentsEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("1,300 damaged documents take half a minute; run without -short")
	}
	pdf, err := os.ReadFile("example/mora.pdf")
	require.NoError(t, err)
	dir := t.TempDir()
	write := func(name string, data []byte) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o666))
	}
	cuts := 0
	for end := truncationStep; end < len(pdf); end += truncationStep {
		write(fmt.Sprintf("cut-%06d.pdf", end), pdf[:end])
		cuts++
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range flips {
		flipped := bytes.Clone(pdf)
		flipped[random.IntN(len(pdf))] ^= 1 << random.IntN(8)
		write(fmt.Sprintf("flip-%06d.pdf", i), flipped)
	}
	records := convertAll(t, exitDocuments, dir)
	require.Len(t, records, cuts+flips)
	read := map[string]int{}
	for _, r := range records {
		if !r.Failed() {
			name, _, _ := strings.Cut(filepath.Base(r.Source.URI), "-")
			read[name]++
		}
		require.NotContains(t, []string{string(model.Crashed), ""}, outcome(r), r.Source.URI)
	}
	require.GreaterOrEqual(t, read["flip"], leastRead)
	t.Logf("of %d cut off, %d were read; of %d with a flipped bit, %d", cuts, read["cut"], flips, read["flip"])
}

// TestEncryptedDocumentsAreRead converts a PDF that is encrypted without a
// password: it says what it says in the clear.
func TestEncryptedDocumentsAreRead(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not there: apt-get install qpdf")
	}
	dir := t.TempDir()
	for name, flags := range map[string][]string{
		"rc4-40":  {"40"},
		"rc4-128": {"128", "--use-aes=n"},
		"aes-128": {"128", "--use-aes=y"},
		"aes-256": {"256"},
	} {
		args := append([]string{"--allow-weak-crypto", "--encrypt", "", "owner"}, flags...)
		out, err := exec.Command(qpdf, append(args, "--", "example/mora.pdf", filepath.Join(dir, name+".pdf"))...).CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	plain := convertAll(t, exitOK, "example/mora.pdf")[0]
	records := convertAll(t, exitOK, dir)
	require.Len(t, records, 4)
	for _, r := range records {
		require.Len(t, r.Promises, 1, r.Source.URI)
		require.Equal(t, plain.Promises[0].Commitments, r.Promises[0].Commitments, r.Source.URI)
		require.Equal(t, plain.Promises[0].Validity, r.Promises[0].Validity, r.Source.URI)
	}
}

// convertAll converts documents with the command, which has to end with code.
func convertAll(t *testing.T, code int, args ...string) (records []*model.Record) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	require.Equal(t, code, run(append([]string{"convert", "-q"}, args...), nil, &stdout, &stderr), stderr.String())
	for r, err := range corpus.Records(&stdout) {
		require.NoError(t, err)
		records = append(records, r)
	}
	return records
}

// outcome is the reason why a document was not read, or its kind.
func outcome(r *model.Record) string {
	at := slices.IndexFunc(r.Diagnostics, func(d model.Diagnostic) bool { return d.Severity == model.Failure })
	if at < 0 {
		return string(r.Kind)
	}
	return string(r.Diagnostics[at].Code)
}
