package nightly

import (
	"bytes"
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// Impostor is what stands in place of a document, with status 200; "" is
// nothing of the kind.
type Impostor string

// The impostors.
const (
	Captcha     Impostor = "captcha"
	Login       Impostor = "login"
	Maintenance Impostor = "maintenance"
	Soft404     Impostor = "soft-404"
)

// impostorText is how many characters the visible text of an impostor has at
// most: an article that mentions maintenance is longer.
const impostorText = 1_500

//go:embed data/impostors.tsv
var impostorWords string

// impostor says what a page is in place of a document. One that makes or
// reports on promises is none, whatever it says; one without text may be.
func impostor(kind model.Kind, markup []byte, text string) Impostor {
	if kind == model.KindPromise || kind == model.KindFollowUp || utf8.RuneCountInString(text) > impostorText {
		return ""
	}
	markup, text = bytes.ToLower(markup), strings.ToLower(text)
	for line := range strings.Lines(impostorWords) {
		columns := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(columns) != 3 {
			continue // a remark
		}
		within := strings.Contains(text, columns[2])
		if columns[1] == "markup" {
			within = bytes.Contains(markup, []byte(columns[2]))
		}
		if within {
			return Impostor(columns[0])
		}
	}
	return ""
}
