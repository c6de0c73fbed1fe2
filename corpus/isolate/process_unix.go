//go:build unix

package isolate

import (
	"os"
	"syscall"
)

// ownGroup puts a process at the head of a group, which an interrupt from the
// terminal does not reach.
func ownGroup() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

// killGroup kills a process that leads a group, and the group. It fails only
// where none of them is left.
func killGroup(p *os.Process) { _ = syscall.Kill(-p.Pid, syscall.SIGKILL) }

// killed reports whether a process that is gone was killed by a signal that it
// can't catch.
func killed(state *os.ProcessState) bool {
	status, ok := state.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}
