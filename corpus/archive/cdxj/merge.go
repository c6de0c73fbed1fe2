package cdxj

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Merge writes the lines of old together with more lines and more meta lines,
// sorted, to w. It holds the new lines in memory, not the old ones. old may be
// nil.
func Merge(w io.Writer, old *File, meta []string, more []Line) error {
	out := bufio.NewWriter(w)
	added := make([]string, 0, len(meta)+len(more))
	for _, m := range meta {
		added = append(added, "!"+m)
	}
	for _, l := range more {
		added = append(added, l.String())
	}
	slices.SortStableFunc(added, compare)
	if old != nil {
		for text, err := range old.lines(0) {
			if err != nil {
				return err
			}
			for len(added) > 0 && compare(added[0], text) < 0 {
				out.WriteString(added[0] + "\n")
				added = added[1:]
			}
			out.WriteString(text + "\n")
		}
	}
	for _, text := range added {
		out.WriteString(text + "\n")
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the index: %w", err)
	}
	return nil
}

// compare orders lines by key and time only, so that captures of the same
// second stay in the order in which they were made.
func compare(a, b string) int { return strings.Compare(sortKey(a), sortKey(b)) }

func sortKey(text string) string {
	if strings.HasPrefix(text, "!") {
		return text
	}
	if i := strings.Index(text, " {"); i >= 0 {
		return text[:i]
	}
	return text
}
