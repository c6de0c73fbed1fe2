package schema

func problemAreas() Table {
	return Table{
		Name: "problem_areas", Key: []string{"problem_area_id"},
		Text:   Text{"Problemområden som löftet gäller", "Problem areas that the promise is about"},
		Search: []string{"label"},
		Columns: []Column{
			key("problem_area_id", "Områdets id", "Id of the area"),
			refer("promise_id", "promises.promise_id", "Löftet", "The promise set"),
			number(),
			{Name: "label", Measure: "problem_areas", Text: Text{"Området, som det står", "The area, as written"}},
			{Name: "rank", Type: Integer, Missing: []Reason{NotStated}, Text: Text{"Områdets nummer i dokumentet", "Number of the area in the document"}},
			{Name: "basis", Values: areaBases(), Text: Text{"Hur området står i dokumentet", "How the area stands in the document"}},
			yesNo("priority", "Området lyfts fram", "The area is singled out"),
			vocabulary("topics", "Ämnen, det mest bestämda först; se terms", "Topics, the most specific first; see terms"),
			rule(),
			corrected(),
		},
	}
}

func areaBases() []Allowed {
	return []Allowed{
		{"list", Text{"i en lista", "in a list"}},
		{"heading", Text{"som rubrik", "as a heading"}},
		{"statement", Text{"i en mening", "in a sentence"}},
	}
}

func commitments() Table {
	return Table{
		Name: "commitments", Key: []string{"commitment_id"},
		Text:    Text{"Åtaganden: vad någon ska göra", "Commitments: what somebody undertakes to do"},
		Search:  []string{"text", "details"},
		Columns: append(commitmentText(), commitmentMeaning()...),
	}
}

func commitmentText() []Column {
	return []Column{
		key("commitment_id", "Åtagandets id", "Id of the commitment"),
		refer("promise_id", "promises.promise_id", "Löftet", "The promise set"),
		number(),
		{Name: "text", Measure: "commitments", Text: Text{"Åtagandet, som det står", "The commitment, as written"}},
		stated("under", "", "Raden som leder in till åtagandet", "The line that leads in to the commitment"),
		{Name: "form", Values: forms(), Text: Text{"Hur åtagandet står", "How the commitment is written"}},
	}
}

func forms() []Allowed {
	return []Allowed{
		{"item", Text{"punkt i en lista eller tabell", "item of a list or table"}},
		{"prose", Text{"mening i löpande text", "sentence of running text"}},
	}
}

func commitmentMeaning() []Column {
	return []Column{
		{Name: "actors", Type: List, Missing: []Reason{NotStated}, Measure: "actors", Text: Text{"Vem som ska göra det, som i parties.party", "Who is to do it, as in parties.party"}},
		{Name: "partners", Type: List, Missing: []Reason{NotStated}, Text: Text{"Tillsammans med vem, som i parties.party", "Together with whom, as in parties.party"}},
		{Name: "problem_areas", Type: List, Missing: []Reason{NotStated}, Measure: "area_links", Text: Text{"Områden som åtagandet står under, som i problem_areas.problem_area_id", "Areas that the commitment stands under, as in problem_areas.problem_area_id"}},
		vocabulary("topics", "Ämnen, det mest bestämda först; se terms", "Topics, the most specific first; see terms"),
		vocabulary("measures", "Åtgärder, den mest bestämda först; se terms", "Measures, the most specific first; see terms"),
		vocabulary("audience", "Målgrupper; se terms", "Target groups; see terms"),
		{Name: "deadline", Pattern: partialDate, Missing: []Reason{NotStated}, Text: Text{"Senast när: dag, månad eller år (ISO 8601)", "By when: day, month or year (ISO 8601)"}},
		stated("condition", "", "Vad åtagandet hänger på", "What the commitment depends on"),
		stated("details", "", "Stycke som förklarar åtagandet", "Paragraph that explains the commitment"),
		{Name: "confidence", Type: Number, Unit: "share", Missing: []Reason{NotApplicable}, Text: Text{"Hur säker regeln är, 0 till 1", "How sure the rule is, 0 to 1"}},
		rule(),
		corrected(),
	}
}

func commitmentParties() Table {
	return Table{
		Name: "commitment_parties", Key: []string{"commitment_id", "party_id", "role"},
		Text: Text{"Vilka parter som gör vad", "Which parties do what"},
		Columns: []Column{
			refer("commitment_id", "commitments.commitment_id", "Åtagandet", "The commitment"),
			refer("party_id", "parties.party_id", "Parten", "The party"),
			{Name: "role", Values: []Allowed{
				{"actor", Text{"gör det", "does it"}},
				{"partner", Text{"är med", "takes part"}},
			}, Text: Text{"Partens roll", "Role of the party"}},
		},
	}
}

func commitmentAreas() Table {
	return Table{
		Name: "commitment_areas", Key: []string{"commitment_id", "problem_area_id"},
		Text: Text{"Vilka områden åtaganden står under", "Which areas commitments stand under"},
		Columns: []Column{
			refer("commitment_id", "commitments.commitment_id", "Åtagandet", "The commitment"),
			refer("problem_area_id", "problem_areas.problem_area_id", "Området", "The area"),
		},
	}
}
