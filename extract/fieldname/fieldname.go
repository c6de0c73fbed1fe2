package fieldname

import (
	_ "embed"
	"strings"
	"sync"
)

// Class is what a field holds.
type Class string

// The classes of fields.
const (
	None  Class = ""
	Deed  Class = "deed"  // what is done
	About Class = "about" // by whom or when
	Other Class = "other" // anything else of an undertaking
)

//go:embed data/names.tsv
var namesData string

var names = sync.OnceValue(func() map[string]Class {
	out := map[string]Class{}
	for line := range strings.Lines(namesData) {
		if class, name, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(line, "#") {
			out[name] = Class(class)
		}
	}
	return out
})

// Of is the class of the field that a label names, None for any other text.
func Of(label string) Class { return names()[strings.ToLower(strings.Trim(label, " :?*"))] }
