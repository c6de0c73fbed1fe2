package fetch

import (
	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch/state"
)

// Page is the role of an address that may hold a document.
const Page = rolePage

// Content reads from the archive what a page of the state holds.
func Content(a *archive.Archive, p state.Page) (*archive.Document, error) {
	doc, _, err := contentOf(a, p)
	return doc, err
}

// States is where the state of a data folder is.
func States(dir string) string { return Options{Dir: dir}.statePath() }
