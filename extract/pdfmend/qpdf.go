package pdfmend

import (
	"context"
	"os"

	"github.com/lofte/lofte/extract/tool"
)

// expansion is how many times its size a file may have when it is written
// without encryption.
const expansion = 8

// minOutput is what a file may have at least, in bytes.
const minOutput = 1 << 20

// Qpdf has qpdf repair and decrypt a file. Where qpdf is not installed the error
// is tool.ErrMissing.
func Qpdf(ctx context.Context, data []byte, opts Options) ([]byte, error) {
	if !tool.Installed("qpdf") {
		return nil, tool.ErrMissing
	}
	f, err := os.CreateTemp("", "lofte-*.pdf") // qpdf reads no pipes
	if err != nil {
		return nil, err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(data)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return nil, err
	}
	out, err := tool.Run(ctx, tool.Command{
		Name:   "qpdf",
		Args:   []string{"--decrypt", "--object-streams=disable", "--no-warn", f.Name(), "-"},
		Output: min(expansion*len(data)+minOutput, opts.withDefaults().Decompressed),
	})
	if len(out) > 0 { // its warnings are an exit code of their own
		return out, nil
	}
	return nil, err
}
