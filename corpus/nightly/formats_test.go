package nightly_test

import (
	"bytes"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/corpus/nightly"
)

// eventful is a folder with two nights, the second with changes of every sort
// that a page can have, and with characters that formats must escape.
func eventful(t *testing.T) *rig {
	r := newRig(t, 20)
	r.options.FeedURL = "https://example.se/changes.atom"
	r.night()
	change(r.police.Promises[0])
	r.police.Promises[1].Items[0].Text = `samtala om "&lt;brott> & trygghet" på ]]> torget`
	r.police.Promises[3].Period = "2020"
	require.False(t, r.night().Suspect())
	return r
}

func path(r *rig, name string) string {
	return filepath.Join(r.options.Fetch.Dir, nightly.Published, name)
}

// tool skips a test aloud where a program is not there.
func tool(t *testing.T, name string) string {
	t.Helper()
	program, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not there: %v", name, err)
	}
	return program
}

func TestFeedFollowsItsSchema(t *testing.T) {
	xmllint := tool(t, "xmllint")
	valid := func(feed string) ([]byte, error) {
		return exec.Command(xmllint, "--nonet", "--noout", "--relaxng", "testdata/atom.rng", feed).CombinedOutput()
	}
	r := eventful(t)
	out, err := valid(path(r, nightly.FeedFile))
	require.NoError(t, err, "%s", out)

	broken := filepath.Join(t.TempDir(), "broken.atom")
	text := strings.Replace(r.file(nightly.Published, nightly.FeedFile), "<updated>", "<updated>yesterday ", 1)
	require.NoError(t, os.WriteFile(broken, []byte(text), 0o644))
	_, err = valid(broken)
	require.Error(t, err)
}

// What a schema can't say of RFC 4287: ids are unique, dates are real, entries
// are the newest first, and no more than one link is the alternate of a type.
func TestFeedFollowsTheRules(t *testing.T) {
	r := eventful(t)
	var feed struct {
		ID      string `xml:"id"`
		Updated string `xml:"updated"`
		Entry   []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Content string `xml:"content"`
			Link    []struct {
				Rel  string `xml:"rel,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	require.NoError(t, xml.Unmarshal([]byte(r.file(nightly.Published, nightly.FeedFile)), &feed))
	require.Len(t, feed.Entry, 7)
	seen := map[string]bool{feed.ID: true}
	newest := feed.Updated
	for _, e := range feed.Entry {
		require.False(t, seen[e.ID], "an id twice")
		seen[e.ID] = true
		_, err := time.Parse(time.RFC3339, e.Updated)
		require.NoError(t, err)
		require.LessOrEqual(t, e.Updated, newest)
		newest = e.Updated
		require.NotEmpty(t, e.Title)
		require.Equal(t, "alternate", e.Link[0].Rel)
		require.True(t, strings.HasPrefix(e.Link[0].Href, "https://polisen.se/"))
		for _, l := range e.Link[1:] {
			require.Equal(t, "related", l.Rel)
		}
	}
	require.Contains(t, feed.Entry[4].Content+feed.Entry[5].Content+feed.Entry[6].Content, `"<brott> & trygghet"`)
	before := r.file(nightly.Published, nightly.FeedFile)
	r.night()
	require.Equal(t, before, r.file(nightly.Published, nightly.FeedFile), "a night without changes leaves the feed alone")
}

func TestMetricsPassPromtool(t *testing.T) {
	promtool := tool(t, "promtool")
	cmd := exec.Command(promtool, "check", "metrics")
	cmd.Stdin = strings.NewReader(eventful(t).file(nightly.Published, nightly.MetricsFile))
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Empty(t, string(out))
}

// metricsReader reads OpenMetrics with the reference parser, and prints how
// many samples there are.
const metricsReader = `
import sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
print(sum(len(f.samples) for f in text_string_to_metric_families(sys.stdin.read())))
`

func TestMetricsAreReadAsOpenMetrics(t *testing.T) {
	python := "/usr/bin/python3" // the one that Debian's packages are for
	if out, err := exec.Command(python, "-c", "import prometheus_client").CombinedOutput(); err != nil {
		t.Skipf("python3-prometheus-client is not there: %v %s", err, out)
	}
	r := eventful(t)
	text := r.file(nightly.Published, nightly.MetricsFile)
	cmd := exec.Command(python, "-c", metricsReader)
	cmd.Stdin = strings.NewReader(text)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	require.NoError(t, cmd.Run(), stderr.String())
	samples := 0
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") {
			samples++
		}
	}
	require.Equal(t, strconv.Itoa(samples), strings.TrimSpace(stdout.String()))
	require.Contains(t, text, "lofte_nightly_suspect 0\n")
	require.Contains(t, text, `lofte_changes{cause="world",kind="`+string(diff.CommitmentMoved)+`"} 1`)
}
