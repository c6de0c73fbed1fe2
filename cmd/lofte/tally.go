package main

import (
	"fmt"

	"github.com/lofte/lofte/model"
)

// tally counts what a run has made.
type tally struct{ documents, promises, commitments, failures int }

func (t *tally) add(r *model.Record) {
	t.documents++
	t.promises += len(r.Promises)
	for i := range r.Promises {
		t.commitments += len(r.Promises[i].Commitments)
	}
	if r.Failed() {
		t.failures++
	}
}

func (t tally) String() string {
	return fmt.Sprintf("%s, %s, %s, %s", count(t.documents, "document"), count(t.promises, "promise"),
		count(t.commitments, "commitment"), count(t.failures, "failure"))
}

func (t tally) err() error {
	if t.failures > 0 {
		return errDocuments
	}
	return nil
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
