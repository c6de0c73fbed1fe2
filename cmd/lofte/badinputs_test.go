package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
)

// encryptedPDF is a PDF of the standard security handler (ISO 32000-1, 7.6.3)
// that no empty password opens.
func encryptedPDF() []byte {
	secret := "<" + strings.Repeat("5A", 32) + ">"
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
		"<</Length 5>>\nstream\n\x01\x02\x03\x04\x05\nendstream",
		"<</Filter/Standard/V 1/R 2/P -44/O " + secret + "/U " + secret + ">>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	xref := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, object := range objects {
		xref += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<</Size %d/Root 1 0 R/Encrypt 5 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF\n",
		xref, len(objects)+1, start)
	return b.Bytes()
}

func emptyPNG() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		panic(err)
	}
	return b.Bytes()
}
