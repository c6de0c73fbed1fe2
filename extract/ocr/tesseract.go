package ocr

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/lofte/lofte/extract/tool"
	"github.com/lofte/lofte/model"
)

// The program, the language it reads, and what installs both on Debian.
const (
	program  = "tesseract"
	language = "swe"
	install  = "apt-get install tesseract-ocr tesseract-ocr-swe"
)

// maxOutput bounds what tesseract may write for one image, in bytes.
const maxOutput = 8 << 20

// Installed reports whether the machine has the program.
func Installed() bool { return tool.Installed(program) }

// Missing is the reason why images can't be read on a machine without the
// program; it names the command that installs it.
func Missing() error {
	return &model.ReadError{Code: model.NoText, Err: fmt.Errorf("only images of text, and tesseract is not installed to read them; install it with %s", install)}
}

// tesseract recognises the text of an image file and gives it as tsv.
func tesseract(ctx context.Context, image []byte) ([]byte, error) {
	out, err := tool.Run(ctx, tool.Command{
		Name:   program,
		Args:   []string{"stdin", "stdout", "-l", language, "--psm", "3", "tsv"},
		Env:    []string{"OMP_THREAD_LIMIT=1"},
		Stdin:  image,
		Output: maxOutput,
	})
	switch {
	case err == nil:
		return out, nil
	case errors.Is(err, tool.ErrMissing):
		return nil, Missing()
	case errors.Is(err, context.DeadlineExceeded):
		return nil, &model.ReadError{Code: model.TimedOut, Err: fmt.Errorf("recognise text: %w", err)}
	case errors.Is(err, context.Canceled):
		return nil, err
	}
	if strings.Contains(err.Error(), language+".traineddata") {
		return nil, &model.ReadError{Code: model.NoText, Err: fmt.Errorf("recognise text: tesseract has no data for Swedish; install it with %s", install)}
	}
	return nil, &model.ReadError{Code: model.Damaged, Err: fmt.Errorf("recognise text: %w", err)}
}
