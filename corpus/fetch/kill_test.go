package fetch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/killtest"
	"github.com/lofte/lofte/corpus/fetch/polite"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/corpus/fetch/sources"
)

// childJob is what a child is to do.
type childJob struct {
	Dir     string
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
		o, err := hastyOptions(job)
		if err != nil {
			return err
		}
		_, err = fetch.Run(context.Background(), o)
		return err
	})
}

func hastyOptions(job childJob) (fetch.Options, error) {
	set, err := sources.Parse([]byte(hasty))
	return fetch.Options{
		Dir: job.Dir, Sources: set, Contact: "test@example.se", DecidedBy: "test 1",
		Decide: func(_ context.Context, body []byte, _, _ string) (fetch.Decision, error) {
			kind, codes := sitetest.Read(body)
			return fetch.Decision{Kind: kind, Municipalities: codes}, nil
		},
		Resolver: job.Network, Dial: job.Network.Dial, Roots: job.Network.Roots(),
		Profile: func(string) polite.Profile { return polite.Profile{} },
	}, err
}

// killRig is a site of 200 pages and the result of a run that nobody kills.
type killRig struct {
	web      *sitetest.Web
	network  *sitetest.Network
	took     time.Duration
	archived []string
	kinds    map[string]string
}

func newKillRig(t *testing.T) *killRig {
	web, err := sitetest.NewWeb(sitetest.NewClock())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, web.Close()) })
	police := sitetest.NewPolice(web, sitetest.First, sitetest.Promises(140))
	police.Site.Set("/robots.txt", sitetest.Answer{Type: "text/plain"})
	k := &killRig{web: web, network: web.Network()}
	dir := killtest.Dir(t)
	k.took, _ = killtest.Run(t, childJob{dir, k.network}, time.Minute)
	k.archived, k.kinds = archived(t, dir), kinds(t, dir)
	require.GreaterOrEqual(t, len(k.kinds), 200)
	web.Forget()
	return k
}

func kinds(t *testing.T, dir string) map[string]string {
	out := map[string]string{}
	for url, p := range pages(t, dir) {
		out[url] = fmt.Sprintf("%s %d %s %s", p.Kind, p.Status, p.Content, p.Error)
	}
	return out
}

// Kill -9 at 200 random moments of a run with 200 pages: after each, archive
// and state are valid; the next run ends with the result of the uninterrupted
// one, and asks for no page that was answered and archived before. (Only the
// one request that the kill cut short may be made again.)
func TestKillAt200RandomMoments(t *testing.T) {
	moments := 200
	if testing.Short() || underRace {
		moments = 10
		t.Log("only 10 moments: with -short or the race detector")
	}
	var repeated atomic.Int64
	rigs := make([]func(int, float64) bool, runtime.GOMAXPROCS(0))
	for n := range rigs {
		k := newKillRig(t) // a web of its own, so that its requests can be told apart
		rigs[n] = func(_ int, moment float64) bool {
			// Several runs at a time take longer than the one that was measured.
			again, asked, killed := k.killOnce(t, time.Duration(moment*float64(k.took)*1.5))
			repeated.Add(int64(again))
			return killed && asked > 0 && asked < len(k.kinds)
		}
	}
	killtest.Moments(t, moments, rigs)
	t.Logf("%d requests made again", repeated.Load())
}

// killOnce kills a run at a moment, checks what is left, and lets the next run
// go to its end. It returns how many requests were made again, how many the
// killed run had made, and whether the kill came before its end.
func (k *killRig) killOnce(t *testing.T, moment time.Duration) (again, asked int, killed bool) {
	dir := killtest.Dir(t)
	defer os.RemoveAll(dir)
	k.web.Forget()
	life, killed := killtest.Run(t, childJob{dir, k.network}, moment)
	if !killed {
		k.took = life // what a run takes depends on what else is running
	}
	first := k.web.Hits()

	report, err := archive.Verify(dir)
	require.NoError(t, err)
	require.Empty(t, report.Problems, "after a kill at %v", moment)
	kept := answered(t, dir)
	k.web.Forget()

	o, err := hastyOptions(childJob{dir, k.network})
	require.NoError(t, err)
	_, err = fetch.Run(t.Context(), o)
	require.NoError(t, err, "the run after a kill at %v", moment)
	second := k.web.Hits()
	for _, h := range second {
		require.NotContains(t, kept, h.URL, "asked for although archived, after a kill at %v", moment)
		if len(first) > 0 && slices.ContainsFunc(first, func(f sitetest.Hit) bool { return f.URL == h.URL }) {
			require.Equal(t, first[len(first)-1].URL, h.URL, "only the request that the kill cut short is made again")
			again++
		}
	}
	require.LessOrEqual(t, again, 1)
	report, err = archive.Verify(dir)
	require.NoError(t, err)
	require.Empty(t, report.Problems)
	require.Equal(t, k.archived, archived(t, dir))
	require.Equal(t, k.kinds, kinds(t, dir))
	return again, len(first), killed
}

// answered are the addresses whose answers the archive has.
func answered(t *testing.T, dir string) map[string]bool {
	a, err := archive.Open(dir)
	require.NoError(t, err)
	defer a.Close()
	out := map[string]bool{}
	for g, err := range a.Groups(archive.Position{}) {
		require.NoError(t, err)
		if !g.Note {
			out[g.URL] = true
		}
	}
	return out
}

// The state is made anew from the archive: the same pages, decisions and
// budgets, and no request for what is not due.
func TestStateDeletedIsRebuiltFromTheArchive(t *testing.T) {
	r := modelRig(t)
	police, _, _ := models(r, sitetest.Third, 12)
	police.Promises[4].State = sitetest.Missing
	police.Promises[5].State = sitetest.NoAnswer
	police.Publish()
	r.run()
	r.clock.Advance(24 * time.Hour)
	police.Promises[1].Items[0].Text = "något annat"
	police.Publish()
	r.run()
	before := pages(t, r.dir)
	for _, file := range stateFiles(t, r.dir) {
		require.NoError(t, os.Remove(file))
	}
	report := r.run()
	require.Positive(t, report.Recovered)
	require.Empty(t, r.web.Hits())
	for url, p := range pages(t, r.dir) {
		require.Equal(t, before[url], p, url)
		delete(before, url)
	}
	require.Empty(t, before)
}

func stateFiles(t *testing.T, dir string) []string {
	files, err := filepath.Glob(filepath.Join(dir, "state.sqlite*"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// A state of an archive that is not there is an error, not a loss.
func TestAStateWithoutItsArchiveIsAnError(t *testing.T) {
	r, site := one(t)
	site.HTML("/", "x")
	r.run()
	require.NoError(t, os.RemoveAll(filepath.Join(r.dir, "warc")))
	require.NoError(t, os.Remove(filepath.Join(r.dir, "index.cdxj")))
	_, err := r.try()
	require.ErrorContains(t, err, "which is not there")
}

// A disk that is full, for the state or for the archive: an error, the earlier
// state whole, and the next run goes on.
func TestDiskFull(t *testing.T) {
	for name, fill := range map[string]func(*fetch.Options){
		"state":   func(o *fetch.Options) { o.State.MaxPages = 45 },
		"archive": func(o *fetch.Options) { o.Archive.Disk = &fullDisk{left: 60} },
	} {
		r, site := one(t)
		var all []string
		for i := range 120 {
			at := fmt.Sprintf("/%d/%s", i, strings.Repeat("x", 200))
			all = append(all, at)
			site.HTML(at, at)
		}
		site.HTML("/", links(all...))
		clean := r.options
		fill(&r.options)
		_, err := r.try()
		require.Error(t, err, name)
		asked := len(r.web.Hits())
		r.valid()
		kept := answered(t, r.dir)
		r.options = clean
		r.run()
		for _, h := range r.web.Hits() {
			require.NotContains(t, kept, h.URL, name)
		}
		require.Len(t, pages(t, r.dir), 121, name)
		require.Greater(t, asked, 1, name)
		r.valid()
	}
}

// A second run ends at once and says who holds the lock; a dead holder's lock
// is taken over.
func TestLock(t *testing.T) {
	r, site := one(t)
	site.HTML("/", "x")
	release, err := fetch.Lock(r.dir, r.clock.Now())
	require.NoError(t, err)
	_, err = r.try()
	var locked *fetch.LockedError
	require.ErrorAs(t, err, &locked)
	require.Equal(t, os.Getpid(), locked.Holder.PID)
	require.ErrorContains(t, err, fmt.Sprintf("process %d", os.Getpid()))
	require.NoError(t, release())
	r.run()

	dead := newKillRig(t)
	dir := t.TempDir()
	killtest.Run(t, childJob{dir, dead.network}, dead.took/2)
	require.FileExists(t, filepath.Join(dir, "lock"))
	release, err = fetch.Lock(dir, r.clock.Now())
	require.NoError(t, err)
	require.NoError(t, release())
}
