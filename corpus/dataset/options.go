package dataset

import (
	"github.com/lofte/lofte/corpus/dataset/about"
	"github.com/lofte/lofte/corpus/dataset/correct"
)

// Options say what goes into a dataset beside the records. The zero value
// builds one from records that name no municipality.
type Options struct {
	WithNames      bool // keep the names of those who sign
	Corrections    []correct.Correction
	Municipalities []Municipality
	Terms          []Term
	About          about.About
	// Previous is the folder of the version before, from which the version is
	// counted on; "" is for the first one.
	Previous string
}

// Municipality is a row of table municipalities.
type Municipality struct {
	Code, Name, Official string
	County               County
	PoliceAreas          []string // as far as they are known
	CityDistricts        []string // that are known to have promises of their own
}

// County is a county (län) and what the statistics call it.
type County struct {
	Code, Name, English string
	NUTS, ISO           string // NUTS 3 and ISO 3166-2
	PoliceRegion        string
}

// Term is a row of table terms. Vocabulary is "topic", "measure" or "audience".
type Term struct {
	Vocabulary, ID, Parent, Group string
	Swedish, English              string
}

// Summary tells what a build has made.
type Summary struct {
	Version     string
	ContentHash string // SHA-256 over all tables
	Rows        []Rows
	Documents   int // distinct documents
	Repeated    int // records whose document had been there before
	Failures    int // documents that could not be read
	Corrected   int // values that were corrected
}

// Rows is how many rows a table has.
type Rows struct {
	Table string
	Rows  int
}
