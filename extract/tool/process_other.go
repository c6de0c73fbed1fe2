//go:build !linux

package tool

import "os/exec"

// watched runs a program in the group of this process, so that who kills the
// group kills both.
func watched(cmd *exec.Cmd) error { return cmd.Run() }
