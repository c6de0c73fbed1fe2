package main

import (
	"fmt"
	"path"
	"path/filepath"
)

// name is the path of the file for the record of a document: sidor/kil.html
// gives kil.html.json, another document of that name kil.html.2.json.
func (f *folder) name(uri string) string {
	base := path.Base(uri)
	if base == "-" || base == "." || base == "/" {
		base = "document"
	}
	f.used[base]++
	if n := f.used[base]; n > 1 {
		base = fmt.Sprintf("%s.%d", base, n)
	}
	return filepath.Join(f.path, base+".json")
}
