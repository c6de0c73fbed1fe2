package isolate_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"testing"

	"github.com/lofte/lofte/corpus/isolate"
	"github.com/lofte/lofte/model"
)

// asWorker is the argument that makes the test program a worker.
const asWorker = "serve-for-test"

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == asWorker {
		if err := isolate.Serve(os.Stdin, os.Stdout, obey); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// obey does what the question says, as a reader might by accident.
func obey(ctx context.Context, ask, data []byte) ([]byte, error) {
	switch string(ask) {
	case "echo":
		return data, nil
	case "pid":
		return fmt.Append(nil, os.Getpid()), nil
	case "refuse":
		return nil, &model.ReadError{Code: model.Damaged, Err: errors.New("no end of central directory")}
	case "fail":
		return nil, errors.New("index out of range")
	case "wait":
		<-ctx.Done()
		return nil, fmt.Errorf("read: %w", ctx.Err())
	case "hang":
		for {
			runtime.Gosched()
		}
	case "hang-with-child":
		if err := exec.Command("sleep", "1000").Start(); err != nil {
			return nil, err
		}
		select {}
	case "panic":
		panic("index out of range")
	case "panic-aside":
		go panic("index out of range [7]")
		select {}
	case "overflow":
		return fmt.Append(nil, overflow(1)), nil
	case "eat":
		return fmt.Append(nil, len(eat())), nil
	case "eat-at-once":
		return fmt.Append(nil, len(make([]byte, 1<<40))), nil
	case "fill":
		return make([]byte, 65<<20), nil
	case "babble":
		_, err := os.Stdout.WriteString("no frame at all")
		return nil, err
	case "shut":
		_ = os.Stdout.Close()
		select {}
	}
	os.Exit(7)
	return nil, nil
}

// overflow calls itself until the stack is full.
func overflow(n int) int {
	if n < 0 {
		return n
	}
	return n + overflow(n+1)
}

func eat() (kept [][]byte) {
	for {
		block := make([]byte, 1<<20)
		for i := 0; i < len(block); i += 512 {
			block[i] = 1
		}
		kept = append(kept, block)
		runtime.KeepAlive(kept)
	}
}
