package extract

import (
	"fmt"
	"math"
	"strings"

	"github.com/lofte/lofte/extract/quality"
	"github.com/lofte/lofte/model"
)

// judge notes how much the document looks like Swedish, and refuses one that is
// no language. Pages that are none within a document that is get a remark of
// their own.
func judge(doc *model.Document) error {
	whole := quality.Of(doc.Text)
	if whole.Garbage() {
		return fail(garbageCode(doc), "the text is no language: its quality is %.2f, and below %.2f nothing can be read", whole.Score, quality.Bar)
	}
	if whole.Letters < quality.MinLetters {
		return nil
	}
	doc.Diagnostics = append(doc.Diagnostics, remark(whole, model.Info, "the text looks like language"))
	for i, text := range pageTexts(doc) {
		if q := quality.Of(text); q.Garbage() {
			doc.Diagnostics = append(doc.Diagnostics,
				remark(q, model.Warning, fmt.Sprintf("page %d: the text is no language", doc.Pages[i].Page)))
		}
	}
	return nil
}

// garbageCode is the reason why a document's text is no language: that of the
// file, if it is known to have lost a part.
func garbageCode(doc *model.Document) model.Code {
	for _, d := range doc.Diagnostics {
		if d.Code == model.Damaged {
			return model.Damaged
		}
	}
	return model.Unreadable
}

func remark(q quality.Report, severity model.Severity, message string) model.Diagnostic {
	const digits = 1000
	value := math.Round(q.Score*digits) / digits
	return model.Diagnostic{Code: model.Quality, Severity: severity, Message: message, Value: &value}
}

// pageTexts are the texts of the pages of a document that has several.
func pageTexts(doc *model.Document) []string {
	if len(doc.Pages) < 2 {
		return nil
	}
	texts := make([]strings.Builder, len(doc.Pages))
	page, at := 0, 0
	for _, r := range doc.Text {
		for page+1 < len(doc.Pages) && at >= doc.Pages[page+1].Start {
			page++
		}
		texts[page].WriteRune(r)
		at++
	}
	out := make([]string, len(texts))
	for i := range texts {
		out[i] = texts[i].String()
	}
	return out
}
