package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/lofte/lofte/corpus"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

// TestMain lets the test program be lofte, also where it is started again as a
// worker.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == workerName {
		main()
	}
	testscript.Main(m, map[string]func(){"lofte": main})
}

// TestScripts runs the program as a user does. Besides the commands of
// testscript, scripts have those of scriptCommands and the example documents
// in $EXAMPLE.
func TestScripts(t *testing.T) {
	const dir = "testdata/script"
	scripts, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	require.NoError(t, err)
	require.NotEmpty(t, scripts)
	example, err := filepath.Abs("example")
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                scriptCommands(),
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLE", example)
			return nil
		},
	})
}

func TestEveryCommandHasScript(t *testing.T) {
	for _, cmd := range rootCommand().Commands() {
		require.FileExists(t, filepath.Join("testdata/script", cmd.Name()+".txtar"))
	}
}

func scriptCommands() map[string]func(*testscript.TestScript, bool, []string) {
	return map[string]func(*testscript.TestScript, bool, []string){
		"valid":     valid,
		"memory":    memory,
		"badinputs": badInputs,
		"site":      site,
	}
}

// valid FILE… fails unless each file holds records, and all follow the schema.
func valid(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: valid FILE…")
	}
	for _, arg := range args {
		n := 0
		for _, err := range corpus.Records(strings.NewReader(ts.ReadFile(arg))) {
			ts.Check(err)
			n++
		}
		if n == 0 {
			ts.Fatalf("%s holds no records", arg)
		}
	}
}

// memory fails if a program that the scripts ran took 1 GiB of memory or more.
func memory(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: memory")
	}
	var usage syscall.Rusage
	ts.Check(syscall.Getrusage(syscall.RUSAGE_CHILDREN, &usage))
	if kib := usage.Maxrss; kib >= 1<<20 {
		ts.Fatalf("%d MiB of memory", kib>>10)
	}
}

// badInputs FOLDER makes seven files that can't be read.
func badInputs(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: badinputs FOLDER")
	}
	pdf, err := example.ReadFile("example/mora.pdf")
	ts.Check(err)
	docx, err := example.ReadFile("example/ystad.docx")
	ts.Check(err)
	folder := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(folder, 0o777))
	for name, data := range map[string][]byte{
		"broken-zip.docx": docx[:len(docx)/2],
		"deep.html":       bytes.Repeat([]byte("<div>"), 100_000),
		"empty.txt":       nil,
		"encrypted.pdf":   encryptedPDF(),
		"image.png":       emptyPNG(),
		"noise.bin":       bytes.Repeat([]byte{0xFF}, 1<<16),
		"truncated.pdf":   pdf[:len(pdf)/2],
	} {
		ts.Check(os.WriteFile(filepath.Join(folder, name), data, 0o666))
	}
}
