//go:build !linux

package isolate

// limitData does nothing: RLIMIT_DATA counts mapped memory on Linux only.
func limitData(int64) error { return nil }
