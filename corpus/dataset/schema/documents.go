package schema

func documents() Table {
	return Table{
		Name: "documents", Key: []string{"document_id"},
		Text:    Text{"Källdokument, ett för varje olik följd av bytes", "Source documents, one for each distinct sequence of bytes"},
		Search:  []string{"title"},
		Columns: append(documentSource(), documentReading()...),
	}
}

func documentSource() []Column {
	return []Column{
		{Name: "document_id", Pattern: documentPattern, Text: Text{"Dokumentets id: början av dess SHA-256", "Id of the document: the beginning of its SHA-256"}},
		{Name: "uri", Text: Text{"Var dokumentet hittades först: adress eller sökväg", "Where the document was found first: address or path"}},
		{Name: "kind", Values: kinds(), Missing: []Reason{Unreadable}, Measure: "kind", Text: Text{"Vad dokumentet är", "What the document is"}},
		{Name: "title", Missing: []Reason{NotStated, Unreadable}, Text: Text{"Dokumentets första synliga rubrik", "The first visible heading of the document"}},
		{Name: "media_type", Missing: []Reason{Unreadable}, Text: Text{"Medietyp (RFC 6838), av innehållet", "Media type (RFC 6838), from the content"}},
		{Name: "language", Missing: []Reason{NotParsed, Unreadable}, Text: Text{"Språk (BCP 47)", "Language (BCP 47)"}},
		{Name: "sha256", Pattern: digestPattern, Missing: []Reason{Unreadable}, Text: Text{"SHA-256 av dokumentets bytes", "SHA-256 of the bytes of the document"}},
		{Name: "bytes", Type: Integer, Unit: "byte", Text: Text{"Dokumentets storlek; 0 om det inte kunde hämtas", "Size of the document; 0 if it could not be got"}},
		{Name: "pages", Type: Integer, Unit: "page", Missing: []Reason{NotApplicable, Unreadable}, Text: Text{"Antal sidor", "Number of pages"}},
		{Name: "text_layer", Values: textLayers(), Missing: []Reason{Unreadable}, Text: Text{"Var texten kommer från", "Where the text comes from"}},
		{Name: "retrieved_at", Type: Moment, Missing: []Reason{NotApplicable}, Text: Text{"När dokumentet hämtades; saknas för dokument ur filer", "When the document was fetched; missing for documents from files"}},
	}
}

func documentReading() []Column {
	return []Column{
		{Name: "failure", Values: failures(), Missing: []Reason{NotApplicable}, Text: Text{"Varför dokumentet inte gav några värden", "Why the document gave no values"}},
		{Name: "coverage", Type: Number, Unit: "share", Missing: []Reason{Unreadable}, Text: Text{"Andel av texten som någon regel förklarar, 0 till 1", "Share of the text that a rule explains, 0 to 1"}},
		{Name: "warnings", Type: Integer, Text: Text{"Antal varningar om dokumentet", "Number of warnings about the document"}},
		{Name: "promises", Type: Integer, Text: Text{"Antal löften i dokumentet", "Number of promises in the document"}},
		corrected(),
	}
}

func kinds() []Allowed {
	return []Allowed{
		{"promise", Text{"utlovar något", "makes promises"}},
		{"follow_up", Text{"redovisar tidigare löften", "reports on earlier promises"}},
		{"other", Text{"något annat", "anything else"}},
	}
}

func textLayers() []Allowed {
	return []Allowed{
		{"native", Text{"texten står i källan", "the text is written in the source"}},
		{"ocr", Text{"texten är igenkänd ur bilder", "the text was recognised in images"}},
		{"none", Text{"ingen text", "no text"}},
	}
}

func failures() []Allowed {
	return []Allowed{
		{"empty", Text{"inga bytes, eller bara blanktecken", "no bytes, or nothing but white space"}},
		{"unsupported-type", Text{"okänt format", "unknown format"}},
		{"damaged", Text{"formatet är trasigt", "the format is broken"}},
		{"encrypted", Text{"lösenord krävs", "a password is needed"}},
		{"too-large", Text{"över gränsen för storlek", "over the limit of size"}},
		{"too-deep", Text{"över gränsen för djup", "over the limit of nesting"}},
		{"no-text", Text{"sidor utan text", "pages without text"}},
		{"unreadable", Text{"texten är inget språk", "the text is not language"}},
		{"timeout", Text{"tog för lång tid", "took too long"}},
		{"out-of-memory", Text{"krävde för mycket minne", "took too much memory"}},
		{"crashed", Text{"läsaren kraschade", "the reader crashed"}},
		{"unobtainable", Text{"kunde inte öppnas eller hämtas", "could not be opened or fetched"}},
	}
}

func locations() Table {
	return Table{
		Name: "locations", Key: []string{"document_id", "number"},
		Text: Text{"Varje plats där ett dokument har hittats", "Every place where a document was found"},
		Columns: []Column{
			refer("document_id", "documents.document_id", "Dokumentet", "The document"),
			{Name: "number", Type: Integer, Text: Text{"Vilket i ordningen av fynden, från 1", "Which of the finds, from 1"}},
			{Name: "uri", Text: Text{"Adress eller sökväg", "Address or path"}},
			{Name: "retrieved_at", Type: Moment, Missing: []Reason{NotApplicable}, Text: Text{"När dokumentet hämtades där", "When the document was fetched there"}},
		},
	}
}
