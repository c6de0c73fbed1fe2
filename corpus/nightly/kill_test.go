package nightly_test

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/killtest"
	"github.com/lofte/lofte/corpus/fetch/polite"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/corpus/nightly"
)

// childJob is what a child is to do.
type childJob struct {
	Dir     string
	At      time.Time
	Network *sitetest.Network
}

// hasty is a source by http with no manners, for runs that take no time.
const hasty = `version: 1
sources:
  - name: police
    start: ['http://polisen.se/om-polisen/medborgarloften/']
    follow: [{url: ^http://polisen\.se/(om-polisen|siteassets)/}]
    depth: 30
`

func TestMain(m *testing.M) {
	killtest.Main(m, func(job childJob) error {
		o, err := job.options()
		if err != nil {
			return err
		}
		_, err = nightly.Run(context.Background(), o)
		return err
	})
}

// still is a clock that shows one time; who waits for it waits for nothing.
type still struct{ *sitetest.Clock }

func (j childJob) options() (nightly.Options, error) {
	set, err := sources.Parse([]byte(hasty))
	clock := sitetest.NewClock()
	clock.Advance(j.At.Sub(clock.Now()))
	return nightly.Options{
		Convert: corpus.Converter(corpus.Options{Jobs: 1}), Parser: "test 1",
		Fetch: fetch.Options{Dir: j.Dir, Sources: set, Contact: "test@example.se", Clock: still{clock},
			Resolver: j.Network, Dial: j.Network.Dial, Roots: j.Network.Roots(),
			Profile: func(string) polite.Profile { return polite.Profile{} }},
	}, err
}

// killRig is a folder with one night, and a site that has changed since.
type killRig struct {
	t         *testing.T
	web       *sitetest.Web
	first     string // folder with the first night only
	at        time.Time
	took      time.Duration     // of the second night, when nobody kills it
	yesterday map[string]string // what was published on the first night
	today     map[string]string // and on the second
}

func newKillRig(t *testing.T) *killRig {
	web, err := sitetest.NewWeb(sitetest.NewClock())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, web.Close()) })
	police := sitetest.NewPolice(web, sitetest.First, sitetest.Promises(8))
	k := &killRig{t: t, web: web, first: killtest.Dir(t), at: sitetest.NewClock().Now()}
	k.end(k.first)
	k.yesterday = k.published(k.first)
	k.at = k.at.Add(24 * time.Hour)
	for i, p := range police.Promises {
		change(p)
		p.Period = map[bool]string{true: "2020", false: "2019"}[i == 3]
	}
	police.Publish()
	whole := k.copyOf()
	k.took, _ = killtest.Run(t, k.job(whole), time.Minute)
	k.today = k.published(whole)
	require.NotEqual(t, k.yesterday, k.today)
	return k
}

func (k *killRig) copyOf() string {
	dir := killtest.Dir(k.t)
	require.NoError(k.t, exec.Command("cp", "-a", k.first+"/.", dir).Run())
	return dir
}

func (k *killRig) job(dir string) childJob { return childJob{dir, k.at, k.web.Network()} }

// end lets a run in a folder go to its end.
func (k *killRig) end(dir string) *nightly.Report {
	o, err := k.job(dir).options()
	require.NoError(k.t, err)
	report, err := nightly.Run(k.t.Context(), o)
	require.NoError(k.t, err)
	require.Empty(k.t, report.Alarms)
	return report
}

// published are the files that are published, but for the reports on the run
// itself.
func (k *killRig) published(dir string) map[string]string {
	out := map[string]string{}
	night, err := filepath.EvalSymlinks(filepath.Join(dir, nightly.Published))
	require.NoError(k.t, err)
	for _, name := range []string{nightly.RecordsFile, "index.jsonl"} {
		data, err := os.ReadFile(filepath.Join(night, name))
		require.NoError(k.t, err)
		out[name] = string(data)
	}
	data, err := os.ReadFile(filepath.Join(night, nightly.ReportFile))
	require.NoError(k.t, err)
	var report nightly.Report
	require.NoError(k.t, json.Unmarshal(data, &report))
	for _, change := range told(report.World) {
		out["changes"] += change + "\n"
	}
	return out
}

// latest is how late a kill may come, in times that a run takes: several runs
// side by side are slower.
const latest = 1.8

// Kill -9 at 100 random moments of a night: what is published is one whole
// night's, yesterday's or today's, and the next run ends like one that nobody
// killed.
func TestKillAt100RandomMoments(t *testing.T) {
	moments := 100
	if testing.Short() || underRace {
		moments = 10
	}
	var mu sync.Mutex
	ended := map[string]int{}
	rigs := make([]func(int, float64) bool, runtime.GOMAXPROCS(0))
	for n := range rigs {
		k := newKillRig(t)
		rigs[n] = func(i int, moment float64) bool {
			from := float64(i%2) * 0.9 // every second one late, where records are written and published
			what, killed := k.killOnce(time.Duration((from + moment*(latest-from)) * float64(k.took)))
			if killed {
				mu.Lock()
				ended[what]++
				mu.Unlock()
			}
			return killed
		}
	}
	killtest.Moments(t, moments, rigs)
	t.Logf("what the kills hit, and what was published then: %v", ended)
	require.Greater(t, ended["fetching, yesterday"]+ended["writing, yesterday"], moments/10, "the moments should lie within the run")
}

// killOnce kills a night at a moment, checks what is left, and lets the next
// run go to its end. It returns how far the night had come and which one was
// published after the kill, and whether the kill came before its end.
func (k *killRig) killOnce(moment time.Duration) (what string, killed bool) {
	dir := k.copyOf()
	defer os.RemoveAll(dir)
	k.web.Forget()
	life, killed := killtest.Run(k.t, k.job(dir), moment)
	if !killed {
		k.took = life // what a run takes depends on what else is running
	}
	left := k.published(dir)
	what = "today"
	if left[nightly.RecordsFile] == k.yesterday[nightly.RecordsFile] {
		what = "yesterday"
		require.Equal(k.t, k.yesterday, left, "after a kill at %v", moment)
	} else {
		require.Equal(k.t, k.today, left, "after a kill at %v", moment)
	}
	stage := k.reached(dir)
	report := k.end(dir)
	now := k.published(dir)
	if what == "today" {
		require.Empty(k.t, report.World.Changes, "told already")
		now["changes"] = left["changes"]
	}
	require.Equal(k.t, k.today, now, "the run after a kill at %v", moment)
	return stage + ", " + what, killed
}

// reached is how far a run came: it asked for something, or wrote a night.
func (k *killRig) reached(dir string) string {
	nights, err := filepath.Glob(filepath.Join(dir, "nights", "2019*"))
	require.NoError(k.t, err)
	hidden, err := filepath.Glob(filepath.Join(dir, "nights", ".*2019*"))
	require.NoError(k.t, err)
	switch {
	case len(nights)+len(hidden) > 1:
		return "writing"
	case len(k.web.Hits()) > 0:
		return "fetching"
	}
	return "starting"
}
