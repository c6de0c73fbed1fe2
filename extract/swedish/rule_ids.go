package swedish

// The ids of the rules. They stand in records, so they keep their meaning.
const (
	areaListID          = "area-list"
	tableRowID          = "table-row"
	itemID              = "item"
	proseID             = "prose"
	areaHeadingID       = "area-heading"
	areaEnumerationID   = "area-enumeration"
	areaFocusID         = "area-focus"
	areaUndertakingID   = "area-undertaking"
	validityStatedID    = "validity-stated"
	validityHeadingID   = "validity-heading"
	validityMentionID   = "validity-mention"
	validityTextID      = "validity-text"
	validityInferredID  = "validity-inferred"
	followUpID          = "follow-up"
	goalID              = "goal"
	situationID         = "situation"
	signatureBlockID    = "signature-block"
	signatureSentenceID = "signature-sentence"
	districtID          = "district"
	partyID             = "party"
)
