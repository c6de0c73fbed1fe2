package corpus

import (
	"context"
	"strings"
	"testing"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// proofText is the canonical text that the record of proofRecord is about.
const proofText = "Löfte 2019\nPolisen ska:\n• synas mer på torget\n• svara i\n1. telefon\nAnna Ek, chef"

// proofRecord is a record whose values all stand in proofText.
func proofRecord() *model.Record {
	on := func(part string) *model.Span { return spanOf(proofText, part) }
	return &model.Record{
		Schema: model.SchemaVersion,
		ID:     model.RecordID([]byte(proofText)),
		Kind:   model.KindPromise,
		Source: model.Source{URI: "x", SHA256: model.Digest([]byte(proofText)), Bytes: len(proofText),
			Title: "Löfte 2019", TitleSpan: on("Löfte 2019")},
		Promises: []model.Promise{{
			ID:       model.PromiseID("x", "2019"),
			Parties:  []model.Party{{ID: "police", Kind: model.PoliceParty, Name: "Polismyndigheten", AsWritten: []string{"Polisen"}, Span: on("Polisen")}},
			Validity: &model.Validity{From: "2019-01-01", To: "2019-12-31", Basis: model.Title, Text: "2019", Span: on("2019")},
			Commitments: []model.Commitment{{ID: "c1", Form: model.ItemForm, Text: "synas mer på torget", Span: on("synas mer på torget"),
				Under: "Polisen ska:", UnderSpan: on("Polisen ska:"), Details: "svara i telefon", DetailsSpan: on("svara i\n1. telefon"), Rule: "item"}},
			Signatories: []model.Signatory{{Name: "Anna Ek", Span: on("Anna Ek"), Role: "chef", RoleSpan: on("chef")}},
		}},
	}
}

func spanOf(text, part string) *model.Span {
	at := strings.Index(text, part)
	if at < 0 {
		panic(part + " is not in the text")
	}
	start := len([]rune(text[:at]))
	return &model.Span{Start: start, End: start + len([]rune(part))}
}

func verifyProof(t *testing.T, record *model.Record) (int, error) {
	t.Helper()
	return fakeStages().verify(t.Context(), record, Stream("x", strings.NewReader(proofText)))
}

func TestVerifyFindsEvidence(t *testing.T) {
	record := proofRecord()
	requireValid(t, []*model.Record{record})
	n, err := verifyProof(t, record)
	require.NoError(t, err)
	require.Equal(t, 9, n)
}

func TestVerifyFailsWithoutEvidence(t *testing.T) {
	for path, forge := range map[string]func(*model.Promise){
		"promises[0].commitments[0].text":    func(p *model.Promise) { p.Commitments[0].Text = "synas mindre på torget" },
		"promises[0].commitments[0].under":   func(p *model.Promise) { p.Commitments[0].UnderSpan = nil },
		"promises[0].commitments[0].details": func(p *model.Promise) { p.Commitments[0].DetailsSpan.End-- },
		"promises[0].commitments[0].targets[0].during": func(p *model.Promise) {
			p.Commitments[0].Targets = []model.Target{{Comparator: model.All, During: "under året"}}
		},
		"promises[0].parties[0].name":          func(p *model.Promise) { p.Parties[0].Span = &model.Span{Start: 10, End: 11} },
		"promises[0].parties[0].as_written[0]": func(p *model.Promise) { p.Parties[0].AsWritten[0] = "LPO" },
		"promises[0].validity.text":            func(p *model.Promise) { p.Validity.Span.Page = 1 },
		"promises[0].goals[0]":                 func(p *model.Promise) { p.Goals = []string{"Löfte"} },
		"promises[0].signatories[0].role":      func(p *model.Promise) { p.Signatories[0].Role = "polismästare" },
		"promises[0].signed_on":                func(p *model.Promise) { p.SignedOn, p.SignedOnSpan = "2019-01-01", &model.Span{Start: 900, End: 910} },
	} {
		record := proofRecord()
		forge(&record.Promises[0])
		_, err := verifyProof(t, record)
		var missing *EvidenceError
		require.ErrorAs(t, err, &missing, path)
		require.Equal(t, path, missing.Value.Path)
	}
}

func TestVerifyChangedSource(t *testing.T) {
	_, err := fakeStages().verify(t.Context(), proofRecord(), Stream("x", strings.NewReader("annat")))
	require.ErrorContains(t, err, "the source has changed")
	_, err = fakeStages().verify(t.Context(), proofRecord(), File("missing"))
	require.ErrorContains(t, err, "read the source again")
}

func TestVerifyFailedDocument(t *testing.T) {
	s := fakeStages()
	s.read = func(context.Context, []byte, string) (*model.Document, error) {
		return nil, &model.ReadError{Code: model.Empty, Err: context.Canceled}
	}
	for _, src := range []Source{Stream("x", strings.NewReader("")), File("missing")} {
		_, record := s.source(t.Context(), src)
		again := src
		if src.URI == "x" {
			again = Stream("x", strings.NewReader(""))
		}
		n, err := s.verify(t.Context(), record, again)
		require.NoError(t, err)
		require.Zero(t, n)
	}
}
