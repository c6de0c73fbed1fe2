package pdfdoc

// Limits that hold where Options leaves a field at 0.
const (
	DefaultPages         = 500       // pages read; the rest is cut off
	DefaultOperators     = 2_000_000 // content stream operators of a document
	DefaultStreamBytes   = 32 << 20  // decompressed bytes of one stream
	DefaultDocumentBytes = 128 << 20 // decompressed bytes of all streams
	DefaultFormDepth     = 16        // forms within forms
	DefaultObjects       = 1_000_000 // entries of the cross-reference table
	DefaultReads         = 64        // times the file's size that the object parser may read
)

// Limits that no caller needs to move.
const (
	maxOperands   = 1 << 16 // operands before one operator
	maxGraphics   = 256     // saved graphics states
	maxTreeDepth  = 64      // levels of the page tree
	maxCodes      = 1 << 16 // entries of one CMap or width table
	maxForms      = 20_000  // forms drawn in one document
	maxShapes     = 20_000  // lines, marks and fills kept of one page
	maxWords      = 20_000  // words kept of one page
	maxNameLength = 127     // bytes of a font's name that are looked at
)

// Options bounds the work on one document. The zero value stands for the
// package's defaults; every field is a plain count.
type Options struct {
	Pages         int
	Operators     int
	StreamBytes   int
	DocumentBytes int
	FormDepth     int
	Objects       int
	Reads         int
}

// withDefaults fills in the fields that are 0.
func (o Options) withDefaults() Options {
	for _, f := range []struct {
		field    *int
		standard int
	}{
		{&o.Pages, DefaultPages},
		{&o.Operators, DefaultOperators},
		{&o.StreamBytes, DefaultStreamBytes},
		{&o.DocumentBytes, DefaultDocumentBytes},
		{&o.FormDepth, DefaultFormDepth},
		{&o.Objects, DefaultObjects},
		{&o.Reads, DefaultReads},
	} {
		if *f.field <= 0 {
			*f.field = f.standard
		}
	}
	return o
}
