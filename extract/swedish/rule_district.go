package swedish

var districtRule = Rule{
	ID:   districtID,
	What: "reads the city district from a title \"Göteborg, Angered – medborgarlöften\" or from \"stadsdelen Norrmalm\"",
	Example: `# Göteborg, Angered – medborgarlöften
• Polisen ska fotpatrullera.`,
	Counterexample: `# Uppsala – medborgarlöften
• Polisen ska fotpatrullera.`,
	read: readDistrict,
}

func readDistrict(f *facts) {
	if f.title != nil && titleDistrict(f, f.title) {
		return
	}
	for _, b := range f.blocks {
		if roleOf(b).closed() {
			continue
		}
		for i := 0; i+1 < len(b.toks); i++ {
			if (b.toks[i].low == "stadsdelen" || b.toks[i].low == "stadsdelarna" || b.toks[i].low == "stadsdelsområdet") && b.toks[i+1].capital && b.all().has(namesLofte|modalled) {
				end := nameEnd(b.toks, i+1)
				if end+1 < len(b.toks) && b.toks[end].low == "och" && b.toks[end+1].capital {
					end = nameEnd(b.toks, end+1)
				}
				f.addDistrict(b, i+1, end)
				return
			}
		}
	}
}

// titleDistrict reads the name between the comma and the dash of a title.
func titleDistrict(f *facts, b *block) bool {
	comma := 0
	for i, t := range b.toks {
		switch {
		case t.low == "," && comma == 0 && i > 0 && i <= maxNameTokens:
			comma = i
		case comma > 0 && t.kind == mark && t.low != "," && t.low != "/":
			if i > comma+1 && i+1 < len(b.toks) && promiseNoun(b.toks[i+1].low) {
				f.addDistrict(b, comma+1, i)
				return true
			}
			return false
		case comma > 0 && (promiseNoun(t.low) || t.low == ","):
			return false
		}
	}
	return false
}

func (f *facts) addDistrict(b *block, from, to int) {
	f.districts = append(f.districts, &passage{at: b, Fact: f.fact(b, b.toks[from].start, b.toks[to-1].end, districtID)})
}
