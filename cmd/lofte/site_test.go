package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// site FOLDER serves the files of a folder on loopback for the rest of the
// script, puts the address into $SITE, and host and port in place of SITE in
// the *.yaml and *.html files.
func site(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: site FOLDER")
	}
	folder := ts.MkAbs(args[0])
	server := httptest.NewServer(http.FileServer(http.Dir(folder)))
	ts.Defer(server.Close)
	ts.Setenv("SITE", server.URL)
	for _, pattern := range []string{ts.MkAbs("*.yaml"), filepath.Join(folder, "*.html")} {
		files, err := filepath.Glob(pattern)
		ts.Check(err)
		for _, name := range files {
			text, err := os.ReadFile(name)
			ts.Check(err)
			host := strings.TrimPrefix(server.URL, "http://")
			ts.Check(os.WriteFile(name, []byte(strings.ReplaceAll(string(text), "SITE", host)), 0o666))
		}
	}
}
