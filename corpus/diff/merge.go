package diff

import (
	"cmp"
	"slices"
	"strings"
)

// CopyAlike is how much of a commitment must stand in another document's for a
// change of both to be told once: a file may say it with its subject, where the
// page has it as an item.
const CopyAlike = 0.8

// merged tells once what several documents say of the same promise, and puts
// the changes in order.
func merged(all []found) []Change {
	slices.SortStableFunc(all, inOrder)
	var out []Change
	begin, keys := 0, "" // of the changes with the last key
	for _, f := range all {
		if f.key != keys {
			begin, keys = len(out), f.key
		}
		at := slices.IndexFunc(out[begin:], func(c Change) bool { return sameChange(&c, &f.Change) })
		if at < 0 {
			out = append(out, f.Change)
			continue
		}
		c := &out[begin+at]
		c.Documents = append(slices.Clip(c.Documents), f.Documents...)
		slices.Sort(c.Documents)
	}
	return out
}

// inOrder sorts changes by place, period, kind and document. Changes of one
// document stay in its order.
func inOrder(a, b found) int {
	return cmp.Or(
		cmp.Compare(a.key, b.key),
		cmp.Compare(slices.Index(Kinds(), a.Kind), slices.Index(Kinds(), b.Kind)),
		cmp.Compare(a.Documents[0], b.Documents[0]),
	)
}

// sameChange reports whether two changes of one promise are the same, which two
// documents show.
func sameChange(a, b *Change) bool {
	return a.Kind == b.Kind && !slices.Contains(a.Documents, b.Documents[0]) &&
		copied(a.Text, b.Text) && copied(a.Was, b.Was)
}

// copied reports whether two texts are the same, but for words around one.
func copied(a, b string) bool {
	a, b = deed(fold(a)), deed(fold(b))
	if a == b || a == "" || b == "" {
		return a == b
	}
	return strings.Contains(a, b) || strings.Contains(b, a) || containment(profile(a), profile(b)) >= CopyAlike
}
