package main

import (
	"bytes"
	"image"
	"image/png"
	"strings"

	"github.com/lofte/lofte/extract/pdfdoc/pdftest"
)

// encryptedPDF is a PDF of the standard security handler (ISO 32000-1, 7.6.3)
// that no empty password opens.
func encryptedPDF() []byte {
	secret := "<" + strings.Repeat("5A", 32) + ">"
	return pdftest.File("/Encrypt 5 0 R/ID[<00><00>]",
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
		pdftest.Stream("", "\x01\x02\x03\x04\x05"),
		"<</Filter/Standard/V 1/R 2/P -44/O "+secret+"/U "+secret+">>",
	)
}

func emptyPNG() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		panic(err)
	}
	return b.Bytes()
}
