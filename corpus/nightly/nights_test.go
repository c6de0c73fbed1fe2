package nightly_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/corpus/nightly"
)

// change edits a promise: one commitment added, one reworded, one moved to the
// other party, one removed.
func change(p *sitetest.Promise) {
	p.Items = []sitetest.Item{
		{Actor: "Polisen", Text: "prova nya vägar mot cykelstölder på biblioteket"},
		{Actor: "Polisen", Text: p.Items[0].Text + " under hela året"},
		{Actor: "Kommunen", Text: p.Items[1].Text},
	}
}

func TestThreeNights(t *testing.T) {
	r := newRig(t, 12)
	first := r.night()
	require.Empty(t, first.Alarms)
	require.Empty(t, first.World.Changes, "all is new, which is no news")
	require.Equal(t, first.Count.Documents, first.World.Levels.Added)
	require.Len(t, r.published(), len(r.police.Documents()))

	t.Log("the second night: four changes, and banners that mean nothing")
	for i, p := range r.police.Promises {
		p.Banner = fmt.Sprintf("Senast uppdaterad: 2 mars 2019. Besökare %d.", i)
	}
	p := r.police.Promises[0]
	was := p.Items
	change(p)
	second := r.night()
	require.Empty(t, second.Alarms)
	require.Equal(t, []string{
		"Kil 2019: Commitment added: Polismyndigheten: ”prova nya vägar mot cykelstölder på biblioteket”",
		"Kil 2019: Commitment reworded: ”" + was[0].Text + "” → ”" + was[0].Text + " under hela året”",
		"Kil 2019: Commitment moved to another party: ”" + was[1].Text + "”: Polismyndigheten → Kils kommun",
		"Kil 2019: Commitment removed: Kils kommun: ”" + was[2].Text + "”",
	}, told(second.World))
	require.Equal(t, 12, second.World.Levels.Bytes)
	require.Equal(t, 1, second.World.Levels.Record)
	require.Nil(t, second.Reparsed)

	t.Log("the third: another generation of addresses, and a new period")
	r.police.Generation, r.police.Moved = sitetest.Third, true
	r.police.Promises[3].Period = "2020"
	r.police.Publish()
	r.police.Site.Redirect(sitetest.First.Root(), sitetest.Third.Root(), http.StatusMovedPermanently)
	r.clock.Advance(24 * time.Hour)
	third, err := r.run()
	require.NoError(t, err)
	require.Empty(t, third.Alarms)
	require.Equal(t, []string{"Kalix 2020: New promise: Medborgarlöfte Kalix 2020 (after 2019)"}, told(third.World))
	require.Contains(t, r.published(), r.address(3))
	require.Len(t, r.published(), len(r.police.Documents()))
	var past struct {
		Document string
		Removed  bool
		Promise  struct{ Validity struct{ EDTF string } }
	}
	require.NoError(t, json.Unmarshal([]byte(r.file(nightly.Published, nightly.HistoryFile)), &past))
	require.Equal(t, "2019-01-01/2019-12-31", past.Promise.Validity.EDTF)
	require.False(t, past.Removed)

	t.Log("the fourth: nothing")
	last := r.night()
	require.Empty(t, told(last.World))
	require.Equal(t, r.file(nightly.Published, nightly.HistoryFile), r.file("nights/"+third.Run, nightly.HistoryFile))
	require.Equal(t, 5, strings.Count(r.file(nightly.Published, nightly.FeedFile), "<entry>"))
}

func TestAPageAndItsFileTellAChangeOnce(t *testing.T) {
	r := newRig(t, 8)
	r.night()
	p := r.police.Promises[2]
	require.True(t, p.File)
	change(p)
	report := r.night()
	require.Len(t, report.World.Changes, 4, "%v", told(report.World))
	for _, c := range report.World.Changes {
		require.Len(t, c.Documents, 2)
	}
}

func TestAPromiseThatIsTakenDownIsRemoved(t *testing.T) {
	r := newRig(t, 12)
	r.night()
	r.police.Promises[0].State = sitetest.Missing
	r.police.Declared = 11
	report := r.night()
	require.Empty(t, report.Alarms)
	require.Equal(t, []string{"Kil 2019: Promise removed: Medborgarlöfte Kil 2019"}, told(report.World))
	require.Contains(t, r.file(nightly.Published, nightly.HistoryFile), `"removed":true`)
}

func TestAPageThatFailsKeepsItsRecord(t *testing.T) {
	r := newRig(t, 12)
	r.night()
	before := r.file(nightly.Published, nightly.RecordsFile)
	r.police.Promises[0].State = sitetest.NoAnswer
	report := r.night()
	require.Empty(t, report.Alarms)
	require.Empty(t, report.World.Changes)
	require.Equal(t, before, r.file(nightly.Published, nightly.RecordsFile))
}

func TestAnotherParserConvertsAllWithoutARequest(t *testing.T) {
	r := newRig(t, 8)
	r.night()
	before := r.published()
	changed := r.address(1)
	read := r.options.Convert
	converted := map[string]int{}
	r.options.Parser = "test 2"

	r.options.Convert = func(ctx context.Context, doc *archive.Document) nightly.Converted {
		out := read(ctx, doc)
		converted[doc.URL]++
		if doc.URL == changed {
			out.Record.Promises[0].Commitments[0].Text = "finnas på torget när det är marknad"
			out.Record.Promises[0].Commitments[0].Targets = nil
		}
		return out
	}
	report, err := r.run()
	require.NoError(t, err)
	require.Empty(t, r.web.Hits(), "all is in the archive")
	for url := range before {
		require.Equal(t, 1, converted[url], url)
	}
	require.Empty(t, report.World.Changes)
	require.Equal(t, len(before), report.World.Levels.New)
	require.Equal(t, map[diff.Kind]int{diff.CommitmentAdded: 1, diff.CommitmentRemoved: 1}, report.Reparsed.Count())
	require.NotContains(t, r.file(nightly.Published, nightly.FeedFile), "<entry>", "a change of the parser wakes nobody")
	require.Contains(t, r.file(nightly.Published, nightly.MarkdownFile), "Changes of the parser (test 2)")

	t.Log("both at once: the former content is read by the new parser, too")
	r.options.Parser = "test 3"
	r.options.Convert = func(ctx context.Context, doc *archive.Document) nightly.Converted {
		out := read(ctx, doc)
		if doc.URL == changed {
			out.Record.Promises[0].Commitments[0].Text = "ha öppet hus på stationen"
			out.Record.Promises[0].Commitments[0].Targets = nil
		}
		return out
	}
	p := r.police.Promises[1]
	gone := p.Items[2].Text
	p.Items = p.Items[:2]
	report = r.night()
	require.Len(t, report.World.Changes, 1, "%v", told(report.World))
	require.Equal(t, gone, report.World.Changes[0].Text)
	require.Equal(t, map[diff.Kind]int{diff.CommitmentAdded: 1, diff.CommitmentRemoved: 1}, report.Reparsed.Count(), "%v", told(report.Reparsed))
}

func TestASecondRunSaysWhoIsRunning(t *testing.T) {
	r := newRig(t, 4)
	release, err := fetch.Lock(filepath.Join(r.options.Fetch.Dir, "nights"), r.clock.Now())
	require.NoError(t, err)
	_, err = r.run()
	var locked *fetch.LockedError
	require.ErrorAs(t, err, &locked)
	state, err := nightly.Status(r.options)
	require.NoError(t, err)
	require.NotNil(t, state.Running)
	require.Nil(t, state.Latest)
	require.NoError(t, release())
	r.night()
	state, err = nightly.Status(r.options)
	require.NoError(t, err)
	require.Nil(t, state.Running)
	require.Equal(t, state.Latest, state.Published)
}

func TestOldNightsAreRemoved(t *testing.T) {
	r := newRig(t, 1)
	for range 33 {
		r.night()
	}
	nights, err := filepath.Glob(filepath.Join(r.options.Fetch.Dir, "nights", "2*"))
	require.NoError(t, err)
	require.Len(t, nights, 30)
	require.Len(t, r.published(), len(r.police.Documents()))
}
