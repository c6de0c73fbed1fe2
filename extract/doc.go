// Package extract makes a document of the bytes of a source: it tells the
// format from the bytes, reads the blocks in reading order, and brings them to
// canonical text in which every block has its span.
//
//	doc, err := extract.Read(ctx, data, extract.Options{})
//	for _, b := range doc.Blocks {
//		fmt.Println(b.Kind, doc.Slice(b.Span)) // the block's text
//	}
//
// Each format has a reader in a package of its own (htmldoc, pdfdoc, docxdoc,
// textdoc, ocr) that decides what is one block and what is furniture. What is the
// same for all formats is done here, with package repair: characters in NFC,
// ligatures opened, invisible characters gone, words healed that were broken
// at a line's end, white space folded, list markers split off, and slips of
// recognition mended where the context proves them. Each such repair is a
// diagnostic with its span; authors' own slips of spelling stay.
//
// The document's text holds each block on a line of its own, with its list
// marker in front and a blank line between groups. The text of a block is
// exactly what its span covers.
//
// # Where the text comes from
//
// A PDF is read by its own text layer (pdfdoc). Where that can't be opened, has
// lost a part or is no language by package quality, pdfcpu and qpdf rewrite and
// decrypt the file, and poppler reads it (pdfmend): the first that gives more is
// taken. Pages that are images, or whose text is still no language, are recognised
// with tesseract (ocr), from the image that fills the page or else as poppler draws
// it; Options.OCR says whether. All but pdfcpu are programs that the machine may
// lack, and run only on a failure or a scan. A diagnostic model.ReadBy names what
// read a page that the own text layer did not; Source.TextLayer says where most
// words come from. What was recognised when the time was over stays, and a
// diagnostic names the pages that are left.
//
// The bytes tell what a document is. A wrong media type is a diagnostic, gzip around
// a document is taken off, and images are documents, too.
//
// Every text is judged: a diagnostic model.Quality has the score, and one that is
// no language is refused with model.Unreadable.
//
// A source that cannot be read gives a *model.ReadError, whose code tells the
// reason: empty, damaged, encrypted, too large, of a format without a reader.
// The package does not find promises; see extract/swedish.
package extract
