package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/isolate"
	"github.com/lofte/lofte/extract"
	"github.com/spf13/cobra"
)

// workerName is the command by which the program starts itself.
const workerName = "worker"

func workerCommand() *cobra.Command {
	return &cobra.Command{
		Use:    workerName,
		Short:  "Read documents for another lofte",
		Long:   "worker reads documents that another process of lofte hands to it over pipes.",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return corpus.Work(cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
}

// readFlags are the flags of the commands that read documents.
type readFlags struct {
	isolate bool
	timeout time.Duration
	memory  int64 // MiB
	limits  extract.Options
	ocr     string
}

// addReadFlags gives a command the flags that bound what a document may cost.
func addReadFlags(cmd *cobra.Command) *readFlags {
	f := new(readFlags)
	flags := cmd.Flags()
	flags.BoolVar(&f.isolate, "isolate", true, "read documents in processes that may die; --isolate=false reads them in this one")
	flags.DurationVar(&f.timeout, "timeout", isolate.DefaultTimeout, "`time` for one document, with --isolate")
	flags.Int64Var(&f.memory, "memory", isolate.DefaultMemory>>20, "`MiB` of memory for one document, with --isolate")
	flags.IntVar(&f.limits.MaxBytes, "max-bytes", extract.DefaultMaxBytes, "`size` above which a document is not read")
	flags.IntVar(&f.limits.MaxDecompressed, "max-unpacked", extract.DefaultMaxDecompressed, "`bytes` that may be unpacked from a document")
	flags.IntVar(&f.limits.MaxPages, "max-pages", extract.DefaultMaxPages, "`pages` to read of a document; what follows is cut off")
	flags.IntVar(&f.limits.MaxDepth, "max-depth", extract.DefaultMaxDepth, "`levels` of elements or parts in one another")
	flags.IntVar(&f.limits.MaxText, "max-text", extract.DefaultMaxText, "`bytes` of text to keep of a document; what follows is cut off")
	flags.StringVar(&f.ocr, "ocr", string(extract.OCRAuto), "recognise text with tesseract: auto, where a page has none; always; never")
	return f
}

// extraction is what the flags say of one document. What recognition gave is
// kept in the user's folder for such things, if there is one.
func (f *readFlags) extraction() (extract.Options, error) {
	opts := f.limits
	opts.OCR = extract.OCR(f.ocr)
	switch opts.OCR {
	case extract.OCRAuto, extract.OCRAlways, extract.OCRNever:
	default:
		return opts, usagef("--ocr is auto, always or never, not %q", f.ocr)
	}
	if folder, err := os.UserCacheDir(); err == nil {
		opts.Cache = filepath.Join(folder, "lofte", "ocr")
	}
	return opts, nil
}

// options start the workers that the flags ask for; stop ends them.
func (f *readFlags) options() (opts corpus.Options, stop func(), err error) {
	opts.Extract, err = f.extraction()
	if err != nil {
		return opts, nil, err
	}
	if !f.isolate {
		return opts, func() {}, nil
	}
	if f.timeout <= 0 || f.memory < minMemory {
		return opts, nil, usagef("--timeout has to be above 0, and --memory at least %d", minMemory)
	}
	program, err := os.Executable()
	if err != nil {
		return opts, nil, fmt.Errorf("find the program to start again: %w; --isolate=false does without", err)
	}
	opts.Workers, err = isolate.New(isolate.Options{
		Command: []string{program, workerName},
		Timeout: f.timeout,
		Memory:  f.memory << 20,
	})
	if err != nil {
		return opts, nil, fmt.Errorf("%w; --isolate=false does without", err)
	}
	return opts, opts.Workers.Close, nil
}

// minMemory is how many MiB a worker needs to live.
const minMemory = 64
