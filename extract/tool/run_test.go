//go:build unix

package tool_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract/tool"
)

func shell(script string) tool.Command {
	return tool.Command{Name: "sh", Args: []string{"-c", script}}
}

func TestRunGivesOutput(t *testing.T) {
	c := shell("cat; printf %s $GREETING")
	c.Stdin, c.Env = []byte("löfte "), []string{"GREETING=hej"}
	out, err := tool.Run(context.Background(), c)
	require.NoError(t, err)
	require.Equal(t, "löfte hej", string(out))
}

func TestRunWithoutTheProgram(t *testing.T) {
	_, err := tool.Run(context.Background(), tool.Command{Name: "lofte-no-such-program"})
	require.ErrorIs(t, err, tool.ErrMissing)
	require.False(t, tool.Installed("lofte-no-such-program"))
}

func TestRunTellsWhatAProgramSaid(t *testing.T) {
	out, err := tool.Run(context.Background(), shell("echo half; echo broken file >&2; exit 3"))
	require.EqualError(t, err, "sh: exit status 3: broken file")
	require.Equal(t, "half\n", string(out))
}

func TestRunStopsAtTheLimitOfOutput(t *testing.T) {
	c := shell("while :; do echo 0123456789; done")
	c.Output = 1 << 10
	_, err := tool.Run(context.Background(), c)
	require.ErrorIs(t, err, tool.ErrOutput)
}

// The child of the shell would write the file if it lived on.
func TestRunKillsTheWholeGroup(t *testing.T) {
	late := filepath.Join(t.TempDir(), "late")
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	_, err := tool.Run(ctx, shell("(sleep 1; touch "+late+") & wait"))
	require.ErrorIs(t, err, context.DeadlineExceeded)
	time.Sleep(1500 * time.Millisecond)
	_, err = os.Stat(late)
	require.ErrorIs(t, err, os.ErrNotExist)
}
