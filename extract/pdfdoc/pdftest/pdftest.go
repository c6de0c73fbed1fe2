// Package pdftest makes small PDF files for tests, of objects that the test writes
// out:
//
//	pdftest.File("",
//		"<</Type/Catalog/Pages 2 0 R>>",
//		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
//		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
//		pdftest.Stream("", "BT … ET"))
//
// It knows the frame of a file (ISO 32000-1, 7.5) and nothing of what stands in it.
package pdftest

import (
	"bytes"
	"fmt"
)

// File is a PDF of the objects, numbered from 1; the first is the catalog. Trailer
// has further entries of the trailer dictionary.
func File(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	xref := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, object := range objects {
		xref += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", xref, len(objects)+1, trailer, start)
	return b.Bytes()
}

// Stream is a stream object, with the entries in front of its length.
func Stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}
