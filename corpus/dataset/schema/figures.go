package schema

func targets() Table {
	return Table{
		Name: "targets", Key: []string{"target_id"},
		Text: Text{"Siffror som åtaganden sätter", "Figures that commitments set"},
		Columns: []Column{
			key("target_id", "Siffrans id", "Id of the target"),
			refer("commitment_id", "commitments.commitment_id", "Åtagandet", "The commitment"),
			number(),
			{Name: "comparator", Values: comparators(), Measure: "targets", Text: Text{"Hur siffran binder", "How the figure binds"}},
			{Name: "value", Type: Number, Missing: []Reason{NotApplicable, NotParsed}, Measure: "targets", Text: Text{"Siffran, i enheten unit; inte tillämplig för all", "The figure, in the unit of column unit; not applicable to all"}},
			{Name: "max", Type: Number, Missing: []Reason{NotApplicable}, Text: Text{"Det större talet i ett spann", "The greater number of a range"}},
			stated("unit", "", "Vad som räknas", "What is counted"),
			{Name: "per", Pattern: duration, Missing: []Reason{NotStated}, Measure: "targets", Text: Text{"Takt: per hur lång tid (ISO 8601)", "Rate: per how much time (ISO 8601)"}},
			stated("during", "", "Tidsram som bara gäller en gång, som den står", "Frame of time that comes once, as written"),
			yesNo("average", "Takten är ett genomsnitt", "The rate is an average"),
			yesNo("soft", "Siffran är bara en strävan", "The figure is only aimed at"),
			stated("text", "", "Texten som anger siffran", "The text that gives the figure"),
			corrected(),
		},
	}
}

func comparators() []Allowed {
	return []Allowed{
		{"min", Text{"minst", "at least"}},
		{"max", Text{"högst", "at most"}},
		{"exactly", Text{"precis", "exactly"}},
		{"about", Text{"ungefär", "about"}},
		{"range", Text{"från value till max", "from value to max"}},
		{"increase", Text{"öka med", "increase by"}},
		{"decrease", Text{"minska med", "decrease by"}},
		{"all", Text{"varje, samtliga", "every, all"}},
	}
}

func followUp() Table {
	return Table{
		Name: "follow_up", Key: []string{"follow_up_id"},
		Text:   Text{"Hur löftet följs upp", "How the promise is followed up"},
		Search: []string{"text"},
		Columns: []Column{
			key("follow_up_id", "Uppföljningens id", "Id of the statement"),
			refer("promise_id", "promises.promise_id", "Löftet", "The promise set"),
			number(),
			{Name: "text", Measure: "follow_up", Text: Text{"Vad som sägs om uppföljningen", "What is said on following up"}},
			{Name: "every", Pattern: duration, Missing: []Reason{NotStated}, Text: Text{"Hur ofta (ISO 8601)", "How often (ISO 8601)"}},
			{Name: "times", Type: Integer, Missing: []Reason{NotStated}, Text: Text{"Antal gånger inom during", "How many times within during"}},
			stated("during", "", "Tidsram, som den står", "Frame of time, as written"),
			{Name: "due", Pattern: partialDate, Missing: []Reason{NotStated}, Text: Text{"När: dag, månad eller år (ISO 8601)", "When: day, month or year (ISO 8601)"}},
			yesNo("continuous", "Uppföljningen är löpande", "Following up is continuous"),
			{Name: "responsible", Type: List, Missing: []Reason{NotStated}, Text: Text{"Vem som ansvarar, som i parties.party", "Who is responsible, as in parties.party"}},
			rule(),
			corrected(),
		},
	}
}

func followUpParties() Table {
	return Table{
		Name: "follow_up_parties", Key: []string{"follow_up_id", "party_id"},
		Text: Text{"Vilka parter som ansvarar för uppföljningen", "Which parties are responsible for following up"},
		Columns: []Column{
			refer("follow_up_id", "follow_up.follow_up_id", "Uppföljningen", "The statement on following up"),
			refer("party_id", "parties.party_id", "Parten", "The party"),
		},
	}
}

func signatories() Table {
	return Table{
		Name: "signatories", Key: []string{"signatory_id"},
		Text: Text{"De som undertecknar", "Those who sign"},
		Columns: []Column{
			key("signatory_id", "Undertecknarens id", "Id of the signatory"),
			refer("promise_id", "promises.promise_id", "Löftet", "The promise set"),
			number(),
			{Name: "name", Missing: []Reason{Withheld}, Measure: "signatories", Text: Text{"Personens namn; utelämnat om datamängden inte byggts med namn", "Name of the person; left out unless the dataset was built with names"}},
			stated("role", "", "Roll", "Role"),
			stated("organisation", "", "Organisation, där den står för sig", "Organisation, where it stands apart"),
			corrected(),
		},
	}
}
