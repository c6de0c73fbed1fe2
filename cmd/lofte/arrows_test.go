package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// modulePath is what the import paths of our own packages begin with.
const modulePath = "github.com/lofte/lofte/"

type goPackage struct {
	ImportPath string
	Standard   bool
	Imports    []string
}

// packages lists our packages, by their paths below the module's.
func packages(t *testing.T) map[string]goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", modulePath+"...").Output()
	require.NoError(t, err)
	found := map[string]goPackage{}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return found
		} else {
			require.NoError(t, err)
		}
		found[strings.TrimPrefix(p.ImportPath, modulePath)] = p
	}
}

// within reports whether a package is the folder or below it.
func within(pkg, folder string) bool { return pkg == folder || strings.HasPrefix(pkg, folder+"/") }

// mayImport says which arrows between our packages there are: model ← extract,
// normalize ← corpus ← cmd. Siblings do not know one another; only the root of
// extract knows its readers, only the root of normalize what is below it.
func mayImport(from, to string) bool {
	switch {
	case to == "model":
		return from != "model"
	case strings.HasSuffix(from, "test"): // what tests are built on
		return strings.HasSuffix(to, "test") || within(to, parent(from))
	case from == "cmd/lofte":
		return !within(to, "cmd")
	case from == "corpus":
		return within(to, "extract") || within(to, "normalize") || within(to, "corpus")
	case within(from, "corpus/fetch") && within(to, "corpus/archive"):
		return true // what is fetched goes into the archive
	case from == "corpus/nightly":
		return within(to, "corpus/fetch") || within(to, "corpus/archive") || to == "corpus/diff"
	case within(from, "corpus"):
		return within(to, from) || within(to, parent(from)) && parent(from) != "corpus"
	case from == "extract":
		return within(to, "extract") && to != "extract/swedish"
	case from == "normalize":
		return within(to, "normalize")
	}
	return sharedBy(to, from)
}

// sharedBy reports whether a package is one that others of its stage are built
// on: what readers share, and the kinds of values, which lean on one another.
func sharedBy(to, from string) bool {
	switch to {
	case "extract/layout", "extract/furniture", "extract/fieldname", "extract/tool":
		return within(from, "extract") && from != "extract/swedish"
	}
	return within(from, "normalize") && within(to, "normalize") && to != "normalize"
}

func parent(pkg string) string { return pkg[:strings.LastIndexByte(pkg, '/')] }

func TestImportArrows(t *testing.T) {
	pkgs := packages(t)
	require.Contains(t, pkgs, "model")
	require.Contains(t, pkgs, "cmd/lofte")
	var wrong []string
	for name, p := range pkgs {
		for _, path := range p.Imports {
			if to, own := strings.CutPrefix(path, modulePath); own && !mayImport(name, to) {
				wrong = append(wrong, name+" imports "+to)
			}
		}
	}
	require.Empty(t, wrong)
}

func TestModelImportsOnlyStandardLibrary(t *testing.T) {
	for _, path := range packages(t)["model"].Imports {
		first, _, _ := strings.Cut(path, "/")
		require.NotContains(t, first, ".", "model must not import %s", path)
		require.NotContains(t, []string{"os", "net", "regexp"}, first, "model is data only")
	}
}

// Each library that reads a format has one package around it.
func TestLibrariesHaveOneImporter(t *testing.T) {
	for library, owner := range map[string]string{
		"github.com/PuerkitoBio/goquery":    "extract/htmldoc",
		"github.com/ledongthuc/pdf":         "extract/pdfdoc",
		"github.com/pdfcpu/pdfcpu":          "extract/pdfmend",
		"github.com/spf13/cobra":            "cmd/lofte",
		"github.com/schollz/progressbar/v3": "cmd/lofte",
	} {
		for name, p := range packages(t) {
			for _, path := range p.Imports {
				if within(path, library) {
					require.Equal(t, owner, name, "imports %s", library)
				}
			}
		}
	}
}

// A library leaves the process and its output alone. Packages of doubles for
// tests are none.
func TestLibrariesAreQuiet(t *testing.T) {
	for name, p := range packages(t) {
		if !within(name, "cmd") && !strings.HasSuffix(name, "test") {
			require.NotContains(t, p.Imports, "log", name)
			require.NotContains(t, p.Imports, "log/slog", name)
			require.NotContains(t, p.Imports, "flag", name)
		}
	}
}
