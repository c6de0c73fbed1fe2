package schema

func promises() Table {
	return Table{
		Name: "promises", Key: []string{"promise_id"},
		Text:    Text{"Löften: vad parterna utlovar för en period", "Promise sets: what the parties promise for one period"},
		Search:  []string{"title", "situation"},
		Columns: append(promiseIdentity(), promiseContent()...),
	}
}

func promiseIdentity() []Column {
	return []Column{
		key("promise_id", "Löftets id", "Id of the promise set"),
		refer("document_id", "documents.document_id", "Dokumentet som löftet står i", "The document that holds the promise set"),
		number(),
		stated("title", "", "Rubriken som hör till löftet", "The heading that belongs to the promise set"),
		{Name: "municipality_codes", Type: List, Missing: []Reason{NotStated}, Measure: "municipalities", Text: Text{"Kommunkoder för kommunerna som löftet gäller; även i promise_municipalities", "Codes of the municipalities that the promise is made for; also in promise_municipalities"}},
		stated("district", "", "Stadsdel, där löftet gäller en", "City district, where the promise is for one"),
	}
}

func promiseContent() []Column {
	return []Column{
		{Name: "valid_from", Type: Date, Missing: []Reason{NotStated, NotParsed}, Measure: "validity", Text: Text{"Första dagen som löftet gäller", "The first day of validity"}},
		{Name: "valid_to", Type: Date, Missing: []Reason{NotStated, NotApplicable, NotParsed}, Measure: "validity", Text: Text{"Sista dagen som löftet gäller; inte tillämpligt för löften som gäller tills vidare", "The last day of validity; not applicable to open-ended promises"}},
		stated("edtf", "", "Perioden enligt ISO 8601-2", "The period by ISO 8601-2"),
		{Name: "open", Type: Boolean, Missing: []Reason{NotStated}, Text: Text{"Gäller tills vidare", "Valid until further notice"}},
		{Name: "approximate", Type: Boolean, Missing: []Reason{NotStated}, Text: Text{"Perioden anges ungefärligt, som en årstid", "The period is given roughly, as by a season"}},
		{Name: "validity_basis", Values: validityBases(), Missing: []Reason{NotStated}, Text: Text{"Vad perioden bygger på", "What the period rests on"}},
		stated("validity_text", "", "Texten som anger perioden", "The text that gives the period"),
		stated("revision", "", "Vad som sägs om att revidera löftet", "What is said on revising the promise"),
		stated("situation", "", "Lägesbild som löftet bygger på", "The situation that the promise rests on"),
		{Name: "signed_on", Type: Date, Missing: []Reason{NotStated, NotParsed}, Text: Text{"Dag för undertecknande", "Date of signing"}},
		corrected(),
	}
}

func validityBases() []Allowed {
	return []Allowed{
		{"stated", Text{"en mening som anger perioden", "a sentence that gives the period"}},
		{"title", Text{"år eller period i en rubrik", "year or period in a heading"}},
		{"text", Text{"ett år i löpande text", "a year in running text"}},
		{"inferred", Text{"härledd ur uppföljningen", "inferred from the follow-up"}},
	}
}

func promiseMunicipalities() Table {
	return Table{
		Name: "promise_municipalities", Key: []string{"promise_id", "municipality_code"},
		Text: Text{"Vilka kommuner ett löfte gäller", "Which municipalities a promise set is made for"},
		Columns: []Column{
			refer("promise_id", "promises.promise_id", "Löftet", "The promise set"),
			refer("municipality_code", "municipalities.municipality_code", "Kommunen", "The municipality"),
		},
	}
}

func goals() Table {
	return Table{
		Name: "goals", Key: []string{"goal_id"},
		Text:   Text{"Mål och avsedda effekter", "Aims and intended effects"},
		Search: []string{"text"},
		Columns: []Column{
			key("goal_id", "Målets id", "Id of the goal"),
			refer("promise_id", "promises.promise_id", "Löftet", "The promise set"),
			number(),
			{Name: "text", Text: Text{"Målet, som det står", "The goal, as written"}},
			corrected(),
		},
	}
}

func parties() Table {
	return Table{
		Name: "parties", Key: []string{"party_id"},
		Text:   Text{"De som lovar", "Those who promise"},
		Search: []string{"name"},
		Columns: []Column{
			key("party_id", "Partens id", "Id of the party"),
			refer("promise_id", "promises.promise_id", "Löftet", "The promise set"),
			{Name: "party", Text: Text{"Partens beteckning inom löftet, som i actors och partners", "Name of the party within the promise set, as in actors and partners"}},
			{Name: "kind", Values: partyKinds(), Text: Text{"Slags part", "Kind of party"}},
			{Name: "name", Measure: "parties", Text: Text{"Namn i normalform", "Name in its canonical form"}},
			{Name: "as_written", Type: List, Missing: []Reason{NotStated}, Text: Text{"Namnformer i dokumentet", "Forms of the name in the document"}},
			{Name: "municipality_code", Ref: "municipalities.municipality_code", Missing: []Reason{NotApplicable, NotParsed}, Text: Text{"Kommunkod, om parten är en kommun", "Municipality code, where the party is a municipality"}},
			corrected(),
		},
	}
}

func partyKinds() []Allowed {
	return []Allowed{
		{"police", Text{"polisen", "the police"}},
		{"municipality", Text{"kommun", "municipality"}},
		{"district", Text{"stadsdelsförvaltning", "city district administration"}},
		{"region", Text{"region", "region"}},
		{"company", Text{"företag", "company"}},
		{"association", Text{"förening", "association"}},
		{"other", Text{"annan", "other"}},
	}
}
