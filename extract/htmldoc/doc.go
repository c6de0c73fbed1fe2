// Package htmldoc reads a web page into blocks: the headings, paragraphs, list
// items and table cells of its main content, in reading order.
//
// The pages that carry Swedish citizen promises come from polisen.se in
// several generations, from SiteVision, EPiServer/Optimizely and WordPress,
// and from sites of the 1990s laid out in tables. Around the promise they have
// menus full of the names of other municipalities, cookie dialogs, contact
// boxes and news. Generic extractors of main content take a list for a menu
// and drop it; here a list is what must not be lost.
//
//	d, err := htmldoc.Read(ctx, data, htmldoc.Options{})
//	if err != nil {
//		return err // *model.ReadError: empty, too-deep, too-large, no-text, damaged
//	}
//	for _, b := range d.Blocks {
//		fmt.Println(b.Kind, b.Level, b.Marker, b.Text)
//	}
//
// # The way of a page
//
// decode finds out what the bytes are, whatever the page says they are: a byte
// order mark, UTF-16 by its zero bytes, valid UTF-8, then the declared encoding
// and windows-1252, whichever gives more Swedish letters. UTF-8 that was
// decoded twice ("Ã¥" for "å") is mended and remarked.
//
// clear takes away what is not content, in three steps. First the elements
// that hold no text of the page (script, template), the parts that are off the
// screen and stay there, and the parts that element, role or name give away:
// nav, role="banner", class="sidebar". The names are a data file,
// data/classes.txt. A part that holds the content's heading or most of the
// running text is never taken away for its name, so a wrapper of class
// "has-sidebar" does no harm. Collapsed panels (accordions, details, tabs) are
// content although they are hidden. Then the root is picked: main or article,
// when it holds enough of the text, else the whole body. At last parts of the
// root that only lead elsewhere go: link lists that follow no line of the text,
// teasers, boxes headed "Kontakt" or "Relaterat" (data/headings.txt).
//
// blocks walks what is left. Inline elements run together as a browser shows
// them, everything else ends a block. Then each flow of text is judged:
//
//   - Its lines (<br>) are blocks of their own, unless a sentence runs on over
//     them; that line end stays in the text as "\n".
//   - A paragraph in bold type, or of a class for headings, is a heading of
//     level 7, as is dt. The button of an accordion, a summary and the label of
//     a tab are headings just above those in their panels.
//   - A paragraph that begins with a list marker is an item: a bullet always,
//     a dash or Word's "o" in company or after a colon and when nobody speaks
//     ("– Vi kommer, säger …"), a number when the next or the former number
//     stands near. Lines without a marker are items after a lead-in that ends
//     in a colon.
//   - A table is data or layout. Data are cells, with the column's name in
//     Place.Name; a cell with a list gives several blocks of the same Place,
//     a row over the full width and a cell beside several rows are headings,
//     and rows below a cell of the widest column that reaches over them are
//     one. Layout is unfolded, signatures side by side one person after the
//     other.
//
// At the end come lines that every site has ("Till toppen", "Senast
// uppdaterad …", data/lines.txt), what stands above the title, and addresses
// at the foot.
//
// # What it does not do
//
// It does not make the text canonical: soft hyphens, no-break spaces and NFD
// stay, package extract handles them for all formats. It runs no scripts,
// fetches nothing (a set of frames is an error that names the frames), and
// applies style sheets only as far as rules for single classes in the page
// itself hide text or make it bold. It knows nothing of promises: which heading
// is an area and which line a signatory is decided later. Captions of pictures
// are kept as paragraphs, because the names of those who signed may stand only
// there.
package htmldoc
