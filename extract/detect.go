package extract

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/textdoc"
)

// Format is what the bytes of a document are, as a media type.
type Format string

// The formats that Detect tells apart. Only some of them can be read.
const (
	PDF     Format = "application/pdf"
	HTML    Format = "text/html"
	DOCX    Format = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	Text    Format = "text/plain"
	Zip     Format = "application/zip"
	Gzip    Format = "application/gzip"
	OLE     Format = "application/x-ole-storage" // old Word files and encrypted new ones
	RTF     Format = "application/rtf"
	PNG     Format = "image/png"
	JPEG    Format = "image/jpeg"
	TIFF    Format = "image/tiff"
	GIF     Format = "image/gif"
	Nothing Format = "application/x-empty" // no bytes, or only white space
	Unknown Format = "application/octet-stream"
)

// magic are the bytes that files of a format begin with.
var magic = []struct {
	bytes  string
	format Format
}{
	{"%PDF-", PDF},
	{"\x1f\x8b", Gzip},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE},
	{"{\\rtf", RTF},
	{"\x89PNG\r\n\x1a\n", PNG},
	{"\xff\xd8\xff", JPEG},
	{"II*\x00", TIFF},
	{"MM\x00*", TIFF},
	{"GIF8", GIF},
}

// Sizes of what is looked at.
const (
	headSize   = 8 << 10  // for marks of a format that do not stand first
	sampleSize = 64 << 10 // to tell text from other bytes
)

// Shares of the characters of a sample above which it is no text.
const (
	maxControl  = 0.02
	maxNonASCII = 0.30 // in a text that is not UTF-8
)

// Detect tells the format from the bytes. A declared media type or a file's
// name has no say.
func Detect(data []byte) Format {
	if len(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), headSize)], []byte("\xef\xbb\xbf")))) == 0 &&
		len(bytes.TrimSpace(data)) <= len("\xef\xbb\xbf") {
		return Nothing
	}
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.bytes)) {
			return m.format
		}
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06")) {
		return zipFormat(data)
	}
	if latePDF(data) {
		return PDF
	}
	sample := data[:min(len(data), sampleSize)]
	head, _ := textdoc.Decode(sample[:min(len(sample), headSize)])
	switch {
	case beginsWithTag(head): // whatever signs its text is spoilt with
		return HTML
	case headlessPDF(data):
		return PDF
	case !isText(sample):
		return Unknown
	case htmlMark.MatchString(head):
		return HTML
	}
	return Text
}

// documentPart is the part of a DOCX package that holds the text.
const documentPart = "word/document.xml"

// zipFormat tells a Word document from other archives, by its directory or,
// where that is broken, by the names that stand in its bytes.
func zipFormat(data []byte) Format {
	if r, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		for _, f := range r.File {
			if f.Name == documentPart {
				return DOCX
			}
		}
		return Zip
	}
	if bytes.Contains(data, []byte("word/")) || bytes.Contains(data[:min(len(data), headSize)], []byte("[Content_Types].xml")) {
		return DOCX
	}
	return Zip
}

var pdfHeader = regexp.MustCompile(`(?:^|[\r\n])%PDF-[12]\.\d`)

// latePDF reports whether a PDF begins after some bytes that do not belong to
// it, such as the header of a response.
func latePDF(data []byte) bool {
	return pdfHeader.Match(data[:min(len(data), headSize)]) && bytes.Contains(data, []byte(" obj"))
}

var pdfObject = regexp.MustCompile(`(?:^|[\r\n])\d+ \d+ obj\s`)

// headlessPDF reports whether a PDF has lost its first bytes, or some of them.
func headlessPDF(data []byte) bool {
	return pdfObject.Match(data[:min(len(data), headSize)]) && bytes.Contains(data, []byte("endobj")) &&
		(bytes.Contains(data, []byte("startxref")) || bytes.Contains(data, []byte("/Catalog")))
}

var (
	htmlMark = regexp.MustCompile(`(?i)<(!doctype\s+html|html|head|body)[\s>]`)
	htmlTag  = regexp.MustCompile(`(?i)^<(div|p|ul|ol|li|table|h[1-6]|span|b|a|article|section|main|meta|title|link|script|style|br|font|center|strong|nav|header|html|head|body|!doctype\s+html|!--)[\s/>-]`)
)

// beginsWithTag reports whether the first characters of a text are markup.
func beginsWithTag(head string) bool {
	return htmlTag.MatchString(strings.TrimLeft(head, " \t\r\n\ufeff"))
}

// isText reports whether a sample of bytes is text in an encoding that is
// known: almost no control characters, and mostly ASCII where it is not UTF-8.
func isText(sample []byte) bool {
	text, encoding := textdoc.Decode(trimRune(sample))
	n, control, high := 0, 0, 0
	for _, r := range text {
		n++
		switch {
		case r == '\n' || r == '\t' || r == '\f' || r == '\ufeff':
		case r == utf8.RuneError || unicode.Is(unicode.Cc, r):
			control++
		case r > unicode.MaxASCII:
			high++
		}
	}
	if n == 0 || float64(control) > maxControl*float64(n) {
		return false
	}
	return encoding == textdoc.UTF8 || encoding == textdoc.UTF16 || float64(high) <= maxNonASCII*float64(n)
}

// trimRune takes off a character that the end of the sample cut through.
func trimRune(sample []byte) []byte {
	for i := 1; i <= utf8.UTFMax && i <= len(sample); i++ {
		if utf8.RuneStart(sample[len(sample)-i]) {
			if !utf8.FullRune(sample[len(sample)-i:]) {
				return sample[:len(sample)-i]
			}
			break
		}
	}
	return sample
}
