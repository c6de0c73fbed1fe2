package schema

func evidence() Table {
	return Table{
		Name: "evidence", Key: []string{"document_id", "path"},
		Text: Text{"Var i dokumentet varje värde står", "Where in the document every value stands"},
		Columns: []Column{
			refer("document_id", "documents.document_id", "Dokumentet", "The document"),
			{Name: "path", Text: Text{"Värdets plats i dokumentets post", "Place of the value in the record of the document"}},
			{Name: "table_name", Text: Text{"Tabellen som värdet står i", "The table that holds the value"}},
			{Name: "row_id", Text: Text{"Nyckeln till värdets rad", "Key of the row that holds the value"}},
			{Name: "column_name", Text: Text{"Kolumnen som värdet står i", "The column that holds the value"}},
			{Name: "quote", Missing: []Reason{NotApplicable, Withheld}, Text: Text{"Vad som står i dokumentet; inte tillämpligt där posten bara anger platsen", "What the document says; not applicable where the record gives the place only"}},
			{Name: "span_start", Type: Integer, Unit: "code point", Missing: []Reason{NotApplicable}, Text: Text{"Första tecknet i dokumentets text, från 0", "The first character in the text of the document, from 0"}},
			{Name: "span_end", Type: Integer, Unit: "code point", Missing: []Reason{NotApplicable}, Text: Text{"Tecknet efter det sista", "The character after the last"}},
			{Name: "page", Type: Integer, Missing: []Reason{NotApplicable}, Text: Text{"Sida, från 1", "Page, from 1"}},
			rule(),
			{Name: "proof", Values: proofs(), Text: Text{"Hur texten styrker värdet", "How the text proves the value"}},
			corrected(),
		},
	}
}

func proofs() []Allowed {
	return []Allowed{
		{"verbatim", Text{"texten är värdet", "the text is the value"}},
		{"derived", Text{"värdet är en normalform av texten", "the value is a canonical form of the text"}},
		{"mentioned", Text{"värdet står någonstans i dokumentet", "the value stands somewhere in the document"}},
	}
}

func corrections() Table {
	return Table{
		Name: "corrections", Key: []string{"document_id", "path"},
		Text: Text{"Värden som har rättats för hand", "Values that were corrected by hand"},
		Columns: []Column{
			refer("document_id", "documents.document_id", "Dokumentet", "The document"),
			{Name: "path", Text: Text{"Värdets plats i dokumentets post", "Place of the value in the record of the document"}},
			{Name: "quote", Text: Text{"Vad dokumentet säger", "What the document says"}},
			{Name: "old_value", Missing: []Reason{NotApplicable}, Text: Text{"Värdet före rättelsen, som JSON; inte tillämpligt där det saknades", "The value before the correction, as JSON; not applicable where there was none"}},
			{Name: "new_value", Missing: []Reason{NotApplicable}, Text: Text{"Värdet efter rättelsen, som JSON; inte tillämpligt där det togs bort", "The value after the correction, as JSON; not applicable where it was removed"}},
			{Name: "corrected_by", Text: Text{"Vem som rättade", "Who corrected it"}},
			{Name: "reason", Text: Text{"Varför", "Why"}},
			{Name: "source_file", Text: Text{"Filen som rättelsen står i", "The file that holds the correction"}},
			{Name: "source_line", Type: Integer, Text: Text{"Raden i filen", "The line in the file"}},
		},
	}
}
