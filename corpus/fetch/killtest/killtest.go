// Package killtest kills processes at random moments, for tests of what they
// leave behind. The process is the test binary itself, which is told its job:
//
//	func TestMain(m *testing.M) { killtest.Main(m, func(j job) error { return fetch.Run(…) }) }
//
//	took, killed := killtest.Run(t, job{Dir: dir}, 20*time.Millisecond)
//
// It does not cut the power: what was written but not synced survives a kill.
package killtest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// jobEnv holds the job of a test binary that is to be killed.
const jobEnv = "LOFTE_TEST_CHILD"

// Main is the TestMain of a package whose tests kill: in a process that [Run]
// has started it does the job, in all others it runs the tests.
func Main[Job any](m *testing.M, do func(Job) error) {
	text := os.Getenv(jobEnv)
	if text == "" {
		os.Exit(m.Run())
	}
	var job Job
	err := json.Unmarshal([]byte(text), &job)
	if err == nil {
		fmt.Println("begun")
		err = do(job)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// Run does a job in a process of its own, and kills it a time after it has
// begun. It returns how long the process went on, and whether it was killed
// before its end. A job that fails fails the test.
func Run(t testing.TB, job any, life time.Duration) (took time.Duration, killed bool) {
	t.Helper()
	text, err := json.Marshal(job)
	require.NoError(t, err)
	program, err := os.Executable()
	require.NoError(t, err)
	c := exec.CommandContext(t.Context(), program)
	// The race detector lets a process sleep for a second at its end, where a
	// kill hits nothing.
	c.Env = append(os.Environ(), jobEnv+"="+string(text), "GORACE=atexit_sleep_ms=0")
	var complaint bytes.Buffer
	c.Stderr = &complaint
	out, err := c.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, c.Start())
	_, err = bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err, "the process did not begin")
	begun := time.Now()
	timer := time.AfterFunc(life, func() { _ = c.Process.Kill() }) // or it has ended
	defer timer.Stop()
	err = c.Wait()
	require.Empty(t, complaint.String())
	return time.Since(begun), err != nil
}

// Dir is a new folder in memory where there is such a thing: a killed process
// leaves the same there as on a disk.
func Dir(t testing.TB) string {
	t.Helper()
	const memory = "/dev/shm"
	if info, err := os.Stat(memory); err != nil || !info.IsDir() {
		return t.TempDir()
	}
	dir, err := os.MkdirTemp(memory, "lofte")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(dir)) })
	return dir
}

// maxMisses is how many kills may miss the job, for each that hits.
const maxMisses = 10

// Moments lets each rig kill at random moments, in shares of what a run takes,
// until n kills have hit a job at its work. Rigs work side by side. The i-th
// moment lies from 0 to 1; a rig makes of it what it wants, and reports a hit.
func Moments(t testing.TB, n int, rigs []func(i int, moment float64) (hit bool)) {
	t.Helper()
	random := rand.New(rand.NewPCG(4, 200))
	var mu sync.Mutex
	tries, hits := 0, 0
	next := func() (i int, moment float64, more bool) {
		mu.Lock()
		defer mu.Unlock()
		tries++
		return tries - 1, random.Float64(), hits < n && tries <= n*(1+maxMisses)
	}
	var group sync.WaitGroup
	for _, kill := range rigs {
		group.Go(func() {
			for i, moment, more := next(); more; i, moment, more = next() {
				if kill(i, moment) {
					mu.Lock()
					hits++
					mu.Unlock()
				}
			}
		})
	}
	group.Wait()
	t.Logf("%d of %d kills hit a job at its work", hits, tries-len(rigs))
	require.GreaterOrEqual(t, hits, n, "the moments should lie within the job")
}
