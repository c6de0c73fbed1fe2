package isolate

import "syscall"

// limitData has the system refuse this process more than so many bytes of
// private writable memory above what it has now: much of that is never
// resident, such as the stacks of threads. RLIMIT_AS would not do, since Go
// reserves far more addresses than it uses.
func limitData(bytes int64) error {
	now := pagesOf("self", dataField)
	if now == 0 {
		return nil
	}
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_DATA, &limit); err != nil {
		return err
	}
	limit.Cur = min(limit.Max, uint64(now+bytes))
	return syscall.Setrlimit(syscall.RLIMIT_DATA, &limit)
}
