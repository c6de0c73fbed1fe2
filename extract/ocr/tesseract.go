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

// A task is something to ask of tesseract: its arguments behind the names of the
// files, and the ending of the name under which the answer is kept.
type task struct {
	args   []string
	ending string
}

// The tasks: the text of an image as tsv, and which way up it is.
var (
	recognition = task{[]string{"-l", language, "--psm", "3", "tsv"}, ".tsv"}
	orientation = task{[]string{"--psm", "0"}, ".osd"}
)

// tesseract has the program look at an image file.
func tesseract(ctx context.Context, work task, image []byte) ([]byte, error) {
	out, err := tool.Run(ctx, tool.Command{
		Name:   program,
		Args:   append([]string{"stdin", "stdout"}, work.args...),
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
