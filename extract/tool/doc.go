// Package tool runs programs of the machine that read documents: tesseract,
// qpdf and those of poppler. All of them are optional, and none is trusted.
//
//	out, err := tool.Run(ctx, tool.Command{
//		Name: "pdftotext", Args: []string{"-raw", "-", "-"}, Stdin: data,
//	})
//	if errors.Is(err, tool.ErrMissing) {
//		// the machine does not have it: go on without
//	}
//
// A program gets its input on standard input, and no terminal. It is killed
// with all that it started when the context ends, when it gives more than the
// caller wants, and, on Linux, when the process that started it dies. There its
// memory is bounded, too.
package tool
