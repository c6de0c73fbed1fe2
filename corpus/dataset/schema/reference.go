package schema

func municipalities() Table {
	return Table{
		Name: "municipalities", Key: []string{"municipality_code"},
		Text:   Text{"Sveriges kommuner, med nycklar till annan statistik", "The municipalities of Sweden, with keys to other statistics"},
		Search: []string{"name", "official_name"},
		Columns: []Column{
			{Name: "municipality_code", Pattern: codePattern, Text: Text{"SCB:s kommunkod", "Municipality code of Statistics Sweden (SCB)"}},
			{Name: "name", Text: Text{"Kort namn", "Short name"}},
			{Name: "official_name", Text: Text{"Vad kommunen kallar sig", "What the municipality calls itself"}},
			{Name: "county_code", Pattern: countyPattern, Text: Text{"SCB:s länskod", "County code of Statistics Sweden (SCB)"}},
			{Name: "county", Text: Text{"Län", "County"}},
			{Name: "county_en", Text: Text{"Länets engelska namn", "English name of the county"}},
			{Name: "nuts3", Text: Text{"Eurostats kod för länet (NUTS 3)", "Code of the county at Eurostat (NUTS 3)"}},
			{Name: "iso_3166_2", Text: Text{"Länets kod enligt ISO 3166-2", "Code of the county by ISO 3166-2"}},
			{Name: "police_region", Text: Text{"Polisregion", "Police region"}},
			{Name: "police_areas", Type: List, Missing: []Reason{NotStated}, Text: Text{"Lokalpolisområden, så långt källor har hittats", "Local police areas, as far as sources were found"}},
			{Name: "city_districts", Type: List, Missing: []Reason{NotApplicable}, Text: Text{"Stadsdelar som har egna löften eller lokalpolisområden", "City districts with promises or local police areas of their own"}},
		},
	}
}

func terms() Table {
	return Table{
		Name: "terms", Key: []string{"vocabulary", "term_id"},
		Text:   Text{"Orden som ämnen, åtgärder och målgrupper väljs ur", "The words that topics, measures and audiences are chosen from"},
		Search: []string{"label_sv", "label_en"},
		Columns: []Column{
			{Name: "vocabulary", Values: vocabularies(), Text: Text{"Vilken ordlista", "Which vocabulary"}},
			{Name: "term_id", Text: Text{"Ordets id, som i kolumnerna topics, measures och audience", "Id of the term, as in the columns topics, measures and audience"}},
			{Name: "parent", Missing: []Reason{NotApplicable}, Text: Text{"Det vidare ordets id", "Id of the wider term"}},
			{Name: "term_group", Missing: []Reason{NotApplicable}, Text: Text{"Gruppen ordet hör till", "The group that the term belongs to"}},
			{Name: "label_sv", Text: Text{"Svensk benämning", "Swedish label"}},
			{Name: "label_en", Text: Text{"Engelsk benämning", "English label"}},
		},
	}
}

func vocabularies() []Allowed {
	return []Allowed{
		{"topic", Text{"ämnen: problem som brott och otrygghet", "topics: problems such as crime and insecurity"}},
		{"measure", Text{"åtgärder", "measures"}},
		{"audience", Text{"målgrupper", "target groups"}},
	}
}
