package sitetest

import (
	"fmt"
	"strings"

	"github.com/lofte/lofte/extract/pdfdoc/pdftest"
	"golang.org/x/text/encoding/charmap"
)

// pdf makes a PDF of one page with a line of text for each line.
func pdf(lines []string) []byte {
	var text strings.Builder
	text.WriteString("BT /F1 11 Tf 15 TL 72 770 Td\n")
	for _, l := range lines {
		fmt.Fprintf(&text, "(%s) Tj T*\n", strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(l))
	}
	text.WriteString("ET")
	stream, err := charmap.Windows1252.NewEncoder().String(text.String())
	if err != nil {
		stream = "BT ET" // text that WinAnsi does not have
	}
	return pdftest.File("",
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
		pdftest.Stream("", stream),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
	)
}
