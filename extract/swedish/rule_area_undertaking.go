package swedish

import (
	"github.com/lofte/lofte/model"
)

var areaUndertakingRule = Rule{
	ID:   areaUndertakingID,
	What: "reads the object of a general undertaking (\"arbete mot droger\") as the area of a set that names none",
	Example: `# Katrineholm – medborgarlöften
# Medborgarlöfte 2019
Polisen kommer under 2019 att fortsätta med sitt arbete mot droger och vapen.
• Polisen ska göra hundsök.`,
	Counterexample: `# Katrineholm – medborgarlöften
# Narkotika
Polisen kommer att fortsätta med sitt arbete mot droger och vapen.`,
	read: readUndertakingAreas,
}

func readUndertakingAreas(f *facts) {
	looked := map[*block]bool{} // a paragraph may hold many commitments
	for _, c := range f.commitments {
		if c.Form != model.ProseForm || looked[c.at] || f.areaIn(c.at) {
			continue
		}
		b := c.at
		looked[b] = true
		for i := 0; i+2 < len(b.toks); i++ {
			if (b.toks[i].low != "arbete" && b.toks[i].low != "arbetet") || b.toks[i+1].low != "mot" {
				continue
			}
			to := i + 2
			for to < len(b.toks) && !objectEnds(b.toks[to]) {
				to++
			}
			if to > i+2 && to-i-2 <= maxLineTokens {
				f.addArea(b, i+2, to, model.Statement, areaUndertakingID, 0)
				f.read[b] = false
				break
			}
		}
	}
}

// areaIn reports whether the promise set of a block has an area already.
func (f *facts) areaIn(b *block) bool {
	for _, a := range f.areas {
		if periodScope(a.at) == periodScope(b) || periodScope(a.at) == nil {
			return true
		}
	}
	return false
}
