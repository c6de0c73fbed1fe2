package nightly_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
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
	"github.com/lofte/lofte/corpus/fetch/polite"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/corpus/nightly"
)

// childEnv tells the test binary to be a run that gets killed.
const childEnv = "LOFTE_TEST_CHILD"

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
	if text := os.Getenv(childEnv); text != "" {
		os.Exit(child(text))
	}
	os.Exit(m.Run())
}

func child(text string) int {
	var job childJob
	if err := json.Unmarshal([]byte(text), &job); err != nil {
		return 2
	}
	o, err := job.options()
	if err != nil {
		return 2
	}
	fmt.Println("begun")
	if _, err := nightly.Run(context.Background(), o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
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
	k := &killRig{t: t, web: web, first: quickDir(t), at: sitetest.NewClock().Now()}
	k.end(k.first)
	k.yesterday = k.published(k.first)
	k.at = k.at.Add(24 * time.Hour)
	for i, p := range police.Promises {
		change(p)
		p.Period = map[bool]string{true: "2020", false: "2019"}[i == 3]
	}
	police.Publish()
	whole := k.copyOf()
	k.took = k.child(whole, time.Minute)
	k.today = k.published(whole)
	require.NotEqual(t, k.yesterday, k.today)
	return k
}

// quickDir is a folder in memory where there is such a thing: a killed process
// leaves the same there as on a disk.
func quickDir(t *testing.T) string {
	const memory = "/dev/shm"
	if info, err := os.Stat(memory); err != nil || !info.IsDir() {
		return t.TempDir()
	}
	dir, err := os.MkdirTemp(memory, "lofte")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(dir)) })
	return dir
}

func (k *killRig) copyOf() string {
	dir := quickDir(k.t)
	require.NoError(k.t, exec.Command("cp", "-a", k.first+"/.", dir).Run())
	return dir
}

func (k *killRig) job(dir string) childJob { return childJob{dir, k.at, k.web.Network()} }

// child runs a night in a process of its own, and kills it a time after it has
// begun. It returns how long the night went on.
func (k *killRig) child(dir string, life time.Duration) time.Duration {
	text, err := json.Marshal(k.job(dir))
	require.NoError(k.t, err)
	c := exec.CommandContext(k.t.Context(), os.Args[0])
	c.Env = append(os.Environ(), childEnv+"="+string(text))
	out, err := c.StdoutPipe()
	require.NoError(k.t, err)
	require.NoError(k.t, c.Start())
	_, err = bufio.NewReader(out).ReadString('\n')
	require.NoError(k.t, err)
	begun := time.Now()
	timer := time.AfterFunc(life, func() { _ = c.Process.Kill() }) // or it has ended
	defer timer.Stop()
	_ = c.Wait()
	return time.Since(begun)
}

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
	random := rand.New(rand.NewPCG(5, 100))
	work := make(chan float64)
	var group sync.WaitGroup
	var mu sync.Mutex
	ended := map[string]int{}
	for range runtime.GOMAXPROCS(0) {
		k := newKillRig(t)
		group.Go(func() {
			for moment := range work {
				what := k.killOnce(time.Duration(moment * float64(k.took)))
				mu.Lock()
				ended[what]++
				mu.Unlock()
			}
		})
	}
	for i := range moments {
		from := float64(i%2) * 0.9 // every second one late, where records are written and published
		work <- from + random.Float64()*(latest-from)
	}
	close(work)
	group.Wait()
	t.Logf("what the kills hit, and what was published then: %v", ended)
	require.Greater(t, ended["fetching, yesterday"]+ended["writing, yesterday"], moments/10, "the moments should lie within the run")
}

// killOnce kills a night at a moment, checks what is left, and lets the next
// run go to its end. It returns which night was published after the kill.
func (k *killRig) killOnce(moment time.Duration) string {
	dir := k.copyOf()
	defer os.RemoveAll(dir)
	k.web.Forget()
	if life := k.child(dir, moment); life < moment {
		k.took = life // it has ended by itself; what a run takes depends on what else is running
	}
	left := k.published(dir)
	what := "today"
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
	return stage + ", " + what
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
