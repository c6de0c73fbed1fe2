//go:build unix

package isolate_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/isolate"
	"github.com/lofte/lofte/model"
)

// newPool gives a pool of workers that are this program.
func newPool(t testing.TB, opts isolate.Options) *isolate.Pool {
	program, err := os.Executable()
	require.NoError(t, err)
	opts.Command = []string{program, asWorker}
	pool, err := isolate.New(opts)
	require.NoError(t, err)
	t.Cleanup(pool.Close)
	return pool
}

func ask(t testing.TB, pool *isolate.Pool, what string) (string, error) {
	answer, err := pool.Do(t.Context(), []byte(what), []byte("the document"))
	return string(answer), err
}

func TestWorkerIsReused(t *testing.T) {
	pool := newPool(t, isolate.Options{})
	first, err := ask(t, pool, "pid")
	require.NoError(t, err)
	for range 10 {
		pid, err := ask(t, pool, "pid")
		require.NoError(t, err)
		require.Equal(t, first, pid)
		_, err = ask(t, pool, "refuse")
		require.EqualError(t, err, "damaged: no end of central directory")
	}
}

func TestDocumentsComeBackWhole(t *testing.T) {
	pool := newPool(t, isolate.Options{})
	for _, size := range []int{0, 1, 100, 1 << 16, 20 << 20} {
		data := bytes.Repeat([]byte("x"), size)
		answer, err := pool.Do(t.Context(), []byte("echo"), data)
		require.NoError(t, err)
		require.True(t, bytes.Equal(data, answer), "%d bytes", size)
	}
}

// TestReasons gives each kind of accident twice, with good documents between:
// the reason is typed and says the same again.
func TestReasons(t *testing.T) {
	brief := newPool(t, isolate.Options{Timeout: 300 * time.Millisecond})
	small := newPool(t, isolate.Options{Memory: 256 << 20})
	usual := newPool(t, isolate.Options{})
	large := newPool(t, isolate.Options{Memory: 2 << 30}) // the race detector multiplies what it watches
	for _, c := range []struct {
		pool       *isolate.Pool
		what, want string
	}{
		{brief, "wait", "timeout: took longer than 300ms"},
		{brief, "hang", "timeout: took longer than 300ms"},
		{brief, "hang-with-child", "timeout: took longer than 300ms"},
		{small, "eat", "out-of-memory: took more than 256 MiB of memory"},
		{small, "eat-at-once", "out-of-memory: took more than 256 MiB of memory"},
		{usual, "fail", "crashed: index out of range"},
		{usual, "panic", "crashed: panic: index out of range"},
		{usual, "panic-aside", "crashed: panic: index out of range [7]"},
		{usual, "overflow", "crashed: the reader overflowed its stack"},
		{large, "fill", "too-large: the answer of 68157440 bytes is over the limit of 67108864"},
		{usual, "babble", "crashed: the reader gave no sound answer"},
		{usual, "shut", "crashed: the reader gave no answer"},
		{usual, "exit", "crashed: the reader ended with exit status 7"},
	} {
		for range 2 {
			_, err := ask(t, c.pool, c.what)
			var reason *model.ReadError
			require.ErrorAs(t, err, &reason, c.what)
			require.True(t, strings.HasPrefix(err.Error(), c.want), "%s: %v", c.what, err)
			good, err := ask(t, c.pool, "echo")
			require.NoError(t, err, "after %s", c.what)
			require.Equal(t, "the document", good)
		}
	}
}

// TestOthersDoNotNotice mixes accidents into good documents at several jobs.
func TestOthersDoNotNotice(t *testing.T) {
	pool := newPool(t, isolate.Options{Timeout: 2 * time.Second, Memory: 256 << 20})
	bad := map[int]string{20: "hang", 50: "panic", 90: "eat", 110: "overflow"}
	answers := make([]string, 200)
	var all sync.WaitGroup
	for job := range 4 {
		all.Go(func() {
			for i := job; i < len(answers); i += 4 {
				what := "echo"
				if accident := bad[i]; accident != "" {
					what = accident
				}
				answer, _ := pool.Do(t.Context(), []byte(what), []byte(strconv.Itoa(i)))
				answers[i] = string(answer)
			}
		})
	}
	all.Wait()
	for i, answer := range answers {
		if bad[i] == "" {
			require.Equal(t, strconv.Itoa(i), answer)
		}
	}
}

func TestCancelKillsWorker(t *testing.T) {
	pool := newPool(t, isolate.Options{})
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := pool.Do(ctx, []byte("hang-with-child"), nil)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	pool.Close()
	requireNoChildren(t)
	_, err = pool.Do(t.Context(), []byte("echo"), nil)
	require.ErrorIs(t, err, context.Canceled, "a closed pool takes nothing")
}

func TestCloseEndsWorkers(t *testing.T) {
	pool := newPool(t, isolate.Options{})
	_, err := ask(t, pool, "echo")
	require.NoError(t, err)
	failed := make(chan error)
	go func() {
		_, err := ask(t, pool, "hang")
		failed <- err
	}()
	time.Sleep(100 * time.Millisecond)
	go pool.Close()
	require.ErrorIs(t, <-failed, context.Canceled)
	pool.Close()
	requireNoChildren(t)
}

// requireNoChildren fails if a process that this one, or a worker, has started
// is left.
func requireNoChildren(t *testing.T) {
	t.Helper()
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	require.NoError(t, err)
	if len(stats) == 0 {
		t.Skip("/proc is not there: processes can't be listed")
	}
	for _, path := range stats {
		stat, _ := os.ReadFile(path)
		_, after, _ := strings.Cut(string(stat), ") ")
		fields := strings.Fields(after) // state, parent, …
		if len(fields) > 1 {
			require.NotEqual(t, strconv.Itoa(os.Getpid()), fields[1], "%s", stat)
		}
	}
}

func TestDeadIdleWorkerIsReplaced(t *testing.T) {
	pool := newPool(t, isolate.Options{})
	answer, err := ask(t, pool, "pid")
	require.NoError(t, err)
	pid, err := strconv.Atoi(answer)
	require.NoError(t, err)
	require.NoError(t, syscall.Kill(pid, syscall.SIGKILL))
	require.Eventually(t, func() bool { return syscall.Kill(pid, 0) != nil }, 5*time.Second, time.Millisecond)
	time.Sleep(10 * time.Millisecond)
	again, err := ask(t, pool, "pid")
	require.NoError(t, err)
	require.NotEqual(t, answer, again)
}

func TestNoProgram(t *testing.T) {
	for _, command := range [][]string{nil, {"/nowhere/lofte", "worker"}} {
		_, err := isolate.New(isolate.Options{Command: command})
		require.ErrorContains(t, err, "start a worker: ")
	}
}

// TestNoWorker starts a program that does not serve.
func TestNoWorker(t *testing.T) {
	pool, err := isolate.New(isolate.Options{Command: []string{"true"}})
	require.NoError(t, err)
	defer pool.Close()
	for range 3 {
		_, err = pool.Do(t.Context(), nil, nil)
		require.EqualError(t, err, "crashed: the reader ended with exit status 0")
	}
}

func BenchmarkEcho(b *testing.B) {
	pool := newPool(b, isolate.Options{})
	data := make([]byte, 32<<10)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		_, err := pool.Do(b.Context(), []byte("echo"), data)
		require.NoError(b, err)
	}
}
