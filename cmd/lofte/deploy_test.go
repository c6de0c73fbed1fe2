package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const deploy = "deploy"

// What the files to copy run is a command line that the program takes.
func TestDeployedCommandsAreUnderstood(t *testing.T) {
	line := regexp.MustCompile(`lofte (nightly --data \S+(?: --\S+)*)$|\["(nightly)", "(--data)", "([^"]+)"\]`)
	for _, name := range []string{"lofte-nightly.service", "lofte.cron", "Containerfile"} {
		text, err := os.ReadFile(filepath.Join(deploy, name))
		require.NoError(t, err)
		found := 0
		for _, l := range strings.Split(string(text), "\n") {
			m := line.FindStringSubmatch(l)
			if m == nil {
				continue
			}
			found++
			args := strings.Fields(strings.Join(m[1:], " "))
			root := rootCommand()
			cmd, rest, err := root.Find(args)
			require.NoError(t, err, name)
			require.Equal(t, "nightly", cmd.Name(), name)
			require.NoError(t, cmd.ParseFlags(rest), name)
		}
		require.Equal(t, 1, found, name)
	}
}

func TestUnitsAreValid(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skipf("systemd-analyze is not there: %v", err)
	}
	dir := t.TempDir()
	program, err := os.Executable()
	require.NoError(t, err)
	var units []string
	for _, name := range []string{"lofte-nightly.service", "lofte-nightly.timer"} {
		text, err := os.ReadFile(filepath.Join(deploy, name))
		require.NoError(t, err)
		unit := filepath.Join(dir, name)
		installed := strings.ReplaceAll(string(text), "/usr/local/bin/lofte", program) // which has to be there
		require.NoError(t, os.WriteFile(unit, []byte(installed), 0o644))
		units = append(units, unit)
	}
	out, err := exec.Command("systemd-analyze", append([]string{"verify", "--man=no"}, units...)...).CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Empty(t, string(out))
}
