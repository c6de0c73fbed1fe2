package isolate

import (
	"os"
	"strconv"
	"strings"
)

// statm are the numbers of pages in /proc/PID/statm (proc_pid_statm(5)).
const (
	residentField = 1
	dataField     = 5 // private writable memory
)

// pagesOf is the memory of a process in bytes that a field of statm tells, 0
// where the system does not say.
func pagesOf(process string, field int) int64 {
	statm, err := os.ReadFile("/proc/" + process + "/statm")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(statm))
	if len(fields) <= field {
		return 0
	}
	pages, err := strconv.ParseInt(fields[field], 10, 64)
	if err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}

// resident is the resident set of the worker in bytes, 0 where the system does
// not say.
func (w *worker) resident() int64 {
	return pagesOf(strconv.Itoa(w.cmd.Process.Pid), residentField)
}
