package main

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

const readme = "../../README.md"

// fenced is the first block of a language in README.md.
func fenced(t *testing.T, language string) string {
	t.Helper()
	text, err := os.ReadFile(readme)
	require.NoError(t, err)
	block := regexp.MustCompile("(?s)```" + language + "\n(.*?)```").FindSubmatch(text)
	require.NotNil(t, block)
	return string(block[1])
}

// The record in README.md is what the program makes of the example, with keys
// left out.
func TestReadmeShowsRealRecord(t *testing.T) {
	var stdout, stderr bytes.Buffer
	require.Equal(t, exitOK, run([]string{"convert", "--example", "--format", "json"}, nil, &stdout, &stderr))
	var records []any
	require.NoError(t, json.Unmarshal(stdout.Bytes(), &records))
	var shown any
	require.NoError(t, json.Unmarshal([]byte(fenced(t, "json")), &shown))
	requirePart(t, shown, records[0], "record")
}

// requirePart fails unless part is whole with keys and later elements left out.
func requirePart(t *testing.T, part, whole any, at string) {
	t.Helper()
	switch p := part.(type) {
	case map[string]any:
		w, ok := whole.(map[string]any)
		require.True(t, ok, at)
		for key := range p {
			requirePart(t, p[key], w[key], at+"."+key)
		}
	case []any:
		w, ok := whole.([]any)
		require.True(t, ok && len(p) <= len(w), at)
		for i := range p {
			requirePart(t, p[i], w[i], at)
		}
	default:
		require.Equal(t, whole, part, at)
	}
}

// .ci/run runs the two commands that README.md begins with.
func TestReadmeCommandsAreChecked(t *testing.T) {
	ci, err := os.ReadFile("../../.ci/run")
	require.NoError(t, err)
	require.Equal(t, "go run ./cmd/lofte convert --example\ngo test ./...\n", fenced(t, "sh"))
	require.Regexp(t, `(?m)^go run \./cmd/lofte convert --example$`, string(ci))
	require.Regexp(t, `(?m)^go test -v \./\.\.\. `, string(ci))
}
