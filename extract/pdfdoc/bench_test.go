package pdfdoc

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkRead reads the documents of testdata one after the other.
func BenchmarkRead(b *testing.B) {
	var files [][]byte
	size := 0
	for _, f := range ownPDFs(b) {
		data, err := os.ReadFile(f)
		require.NoError(b, err)
		files = append(files, data)
		size += len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, data := range files {
			if _, err := Read(context.Background(), data, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(files)), "µs/file")
}
