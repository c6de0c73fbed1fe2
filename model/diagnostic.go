package model

// Severity grades a diagnostic.
type Severity string

// The severities: an error means that the document gave no values, a warning
// that some may be missing or doubtful, info that nothing was lost.
const (
	Info    Severity = "info"
	Warning Severity = "warning"
	Failure Severity = "error"
)

// Code names a kind of diagnostic. Codes are part of the record's format:
// one that has been published keeps its meaning.
type Code string

// Reasons for a document that could not be read. They stand in diagnostics of
// severity error.
const (
	Empty        Code = "empty"            // no bytes at all, or nothing but white space
	Unsupported  Code = "unsupported-type" // no reader for what the bytes are
	Damaged      Code = "damaged"          // the format's own structure is broken
	Encrypted    Code = "encrypted"        // a password is needed
	TooLarge     Code = "too-large"        // over a limit of bytes, decompressed or not
	TooDeep      Code = "too-deep"         // over a limit of nesting
	NoText       Code = "no-text"          // pages without a text layer, and no OCR
	Unreadable   Code = "unreadable"       // text that is not language
	TimedOut     Code = "timeout"          // over its time
	OutOfMemory  Code = "out-of-memory"    // over its memory
	Crashed      Code = "crashed"          // its reader died
	Unobtainable Code = "unobtainable"     // could not be opened or fetched
)

// Remarks on a document that was read.
const (
	Coverage    Code = "coverage"     // share of the text that rules explained
	Truncated   Code = "truncated"    // cut off at a limit, the rest was not read
	OCRRepair   Code = "ocr-repair"   // a slip of recognition mended in the text
	OCRDigit    Code = "ocr-digit"    // a letter mended to the digit it stands for
	Mojibake    Code = "mojibake"     // text decoded twice, mended or flagged
	Charset     Code = "charset"      // the declared encoding is not the real one
	MediaType   Code = "media-type"   // the file's name or header lies about the type
	ReadBy      Code = "read-by"      // which reader gave which pages
	Quality     Code = "quality"      // how much the text looks like Swedish
	Ambiguous   Code = "ambiguous"    // a value left out because it could be several
	Unnormal    Code = "unnormalised" // a fact that no table or pattern gave a value
	Uncertified Code = "low-confidence"
)

// Diagnostic is one remark on a document. Value is the figure that belongs to
// it, where there is one (a share from 0 to 1 for coverage and quality).
type Diagnostic struct {
	Code     Code     `json:"code"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Value    *float64 `json:"value,omitempty"`
	Span     *Span    `json:"span,omitempty"`
}

// ReadError is why a document could not be read: a typed reason with the error
// behind it. Its text is lower case and says what is wrong with the content;
// who holds the file's name puts that in front.
type ReadError struct {
	Code Code
	Err  error
}

func (e *ReadError) Error() string { return string(e.Code) + ": " + e.Err.Error() }

// Unwrap gives the error behind the reason.
func (e *ReadError) Unwrap() error { return e.Err }
