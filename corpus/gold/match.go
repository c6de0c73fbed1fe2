package gold

// pair is a gold value with the value that matches it, as places in their
// lists.
type pair struct{ gold, got int }

// match pairs each gold value with the first value that is left and the same.
func match(gold, got []string, same func(gold, got string) bool) []pair {
	used := make([]bool, len(got))
	var pairs []pair
	for i := range gold {
		for k := range got {
			if !used[k] && same(gold[i], got[k]) {
				used[k] = true
				pairs = append(pairs, pair{i, k})
				break
			}
		}
	}
	return pairs
}

func equal(a, b string) bool { return a == b }

// compare matches the values of a field at a level. The pairs are places in
// the lists that it gives back, from which a unique field's repetitions are gone.
func (f field) compare(gold, got []string, l Level) (pairs []pair, golds, gots []string) {
	key := f.keys[l]
	if f.unique {
		gold, got = firsts(gold, key), firsts(got, key)
	}
	if l == Fuzzy && f.same != nil {
		return match(gold, got, f.same), gold, got
	}
	return match(each(gold, key), each(got, key), equal), gold, got
}

// firsts keeps the first of the values with the same key.
func firsts(values []string, key func(string) string) []string {
	seen := map[string]bool{}
	var out []string
	for _, v := range values {
		if k := key(v); !seen[k] {
			seen[k] = true
			out = append(out, v)
		}
	}
	return out
}

func count(pairs []pair, gold, got int) Counts {
	return Counts{TP: len(pairs), FP: got - len(pairs), FN: gold - len(pairs)}
}

func (c *Counts) add(d Counts) {
	c.TP += d.TP
	c.FP += d.FP
	c.FN += d.FN
}
