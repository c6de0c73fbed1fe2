package extract

import (
	"math"

	"github.com/lofte/lofte/extract/quality"
	"github.com/lofte/lofte/model"
)

// judge notes how much the document looks like Swedish, and refuses one that is
// no language.
func judge(doc *model.Document) error {
	whole := quality.Of(doc.Text)
	if whole.Garbage() {
		return fail(garbageCode(doc), "the text is no language: its quality is %.2f, and below %.2f nothing can be read", whole.Score, quality.Bar)
	}
	if whole.Letters >= quality.MinLetters {
		doc.Diagnostics = append(doc.Diagnostics, remark(whole, model.Info, "the text looks like language"))
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
