package docxdoc_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract/docxdoc"
	"github.com/lofte/lofte/model"
)

const (
	open  = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	shut  = `<w:sectPr/></w:body></w:document>`
	style = `<w:styles>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="Rubrik 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:type="paragraph" w:styleId="Punktlista"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>
<w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>`
	lists = `<w:numbering>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>`
)

// pack makes a Word document of the parts.
func pack(t testing.TB, body string) []byte {
	return packParts(t, map[string]string{"word/document.xml": open + body + shut, "word/styles.xml": style, "word/numbering.xml": lists})
}

func packParts(t testing.TB, parts map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"word/document.xml", "word/styles.xml", "word/numbering.xml"} {
		if parts[name] == "" {
			continue
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		require.NoError(t, err)
		_, err = w.Write([]byte(parts[name]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

// p is a paragraph with properties and text.
func p(props, text string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func num(id, level int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, id)
}

func styled(name string) string { return `<w:pStyle w:val="` + name + `"/>` }

func bold(text string) string {
	return `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>` + text + `</w:t></w:r></w:p>`
}

func tc(text string) string { return `<w:tc>` + p("", text) + `</w:tc>` }

// dump writes a line for each block.
func dump(doc *model.Document) []string {
	var out []string
	for _, b := range doc.Blocks {
		s := fmt.Sprintf("%s%d %s|%s", b.Kind[:1], b.Level, b.Marker, b.Text)
		if c := b.Cell; c != nil {
			s = fmt.Sprintf("c%d,%d,%d %s|%s", c.Table, c.Row, c.Column, c.Name, b.Text)
			if c.Header {
				s = "head " + s
			}
		}
		out = append(out, s)
	}
	return out
}

func TestRead(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"headings", p(styled("Rubrik1"), "Löfte") + p(styled("Rubrik2"), "Mål") + p(styled("Egen"), "Trafik") + p(`<w:outlineLvl w:val="2"/>`, "Nivå") +
			bold("Polisens löften") + bold("En hel mening i fet stil.") + p(styled("Ring"), "Text"),
			[]string{"h1 |Löfte", "h2 |Mål", "h2 |Trafik", "h3 |Nivå", "h7 |Polisens löften", "p0 |En hel mening i fet stil.", "p0 |Text"}},
		{"heading without a style sheet", p(styled("Heading3"), "Trygghet") + p("", "Text"), []string{"h3 |Trygghet", "p0 |Text"}},
		{"numbered heading", p(styled("Rubrik1")+num(2, 0), "Trafik") + p(styled("Rubrik1")+num(2, 0), "Droger"), []string{"h1 |1. Trafik", "h1 |2. Droger"}},
		{"bullets", p(num(1, 0), "Ett") + p(num(1, 1), "Under") + p(num(1, 2), "Längst in") + p(styled("Punktlista"), "Två") + p(styled("Punktlista")+num(0, 0), "Ingen"),
			[]string{"i1 •|Ett", "i2 •|Under", "i3 –|Längst in", "i1 •|Två", "p0 |Ingen"}},
		{"numbers", p(num(2, 0), "A") + p(num(2, 1), "B") + p(num(2, 1), "C") + p(num(2, 0), "D") + p(num(2, 1), "E") + p(num(3, 0), "F"),
			[]string{"i1 1.|A", "i2 1.a)|B", "i2 1.b)|C", "i1 2.|D", "i2 2.a)|E", "i1 5.|F"}},
		{"typed markers", p("", "•\tPolisen") + p("", "- Kommunen") + p("", "1) Först") + p("", "Vanlig text"),
			[]string{"i1 •|Polisen", "i1 -|Kommunen", "i1 1)|Först", "p0 |Vanlig text"}},
		{"speech", p("", "– Vi ska vara ute, säger Eva.") + p("", "Det var allt."), []string{"p0 |– Vi ska vara ute, säger Eva.", "p0 |Det var allt."}},
		{"paragraph under an item", p(num(1, 0)+`<w:ind w:left="700"/>`, "Löfte") + p(`<w:ind w:left="700"/>`, "Förklaring.") + p("", "Fri text."),
			[]string{"i1 •|Löfte", "p1 |Förklaring.", "p0 |Fri text."}},
		{"line breaks", `<w:p><w:r><w:t>Eva Ek</w:t><w:br/><w:t>Kommunchef</w:t><w:br/><w:t>en rad som går</w:t><w:br/><w:t>vidare</w:t></w:r></w:p>`,
			[]string{"p0 |Eva Ek", "p0 |Kommunchef\nen rad som går\nvidare"}},
		{"signatures by tabs", p("", "Eva Ek\t\tBo By") + p("", "Kommunchef\tPolischef"), []string{"p0 |Eva Ek", "p0 |Kommunchef", "p0 |Bo By", "p0 |Polischef"}},
		{"signatures in a table", `<w:tbl><w:tr>` + tc("Eva Ek") + tc("Bo By") + `</w:tr><w:tr>` + tc("Kommunchef") + tc("Lokalpolisområdeschef") + `</w:tr></w:tbl>`,
			[]string{"p0 |Eva Ek", "p0 |Kommunchef", "p0 |Bo By", "p0 |Lokalpolisområdeschef"}},
		{"table", `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>` + tc("Åtgärd") + tc("Ansvarig") + `</w:tr><w:tr>` + tc("Vandring.") + tc("Polisen") + `</w:tr>` +
			`<w:tr>` + tc("Möte.") + `<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>` + p("", "Efter"),
			[]string{"head c0,0,0 |Åtgärd", "head c0,0,1 |Ansvarig", "c0,1,0 Åtgärd|Vandring.", "c0,1,1 Ansvarig|Polisen", "c0,2,0 Åtgärd|Möte.", "c0,2,1 Ansvarig|Polisen", "p0 |Efter"}},
		{"wide cell", `<w:tbl><w:tr>` + tc("A") + tc("B") + tc("C") + `</w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + p("", "bred") + `</w:tc>` + tc("smal") + `</w:tr></w:tbl>`,
			[]string{"head c0,0,0 |A", "head c0,0,1 |B", "head c0,0,2 |C", "c0,1,0 A|bred", "c0,1,2 C|smal"}},
		{"moved cell text", `<w:tbl><w:tr>` + tc("A") + tc("B") + `</w:tr><w:tr><w:tc><w:moveTo>` + p("", "flyttad") + `</w:moveTo></w:tc>` + tc("kvar") + `</w:tr></w:tbl>`,
			[]string{"head c0,0,0 |A", "head c0,0,1 |B", "c0,1,0 A|flyttad", "c0,1,1 B|kvar"}},
		{"layout table", `<w:tbl><w:tr><w:tc>` + p(styled("Rubrik1"), "Löfte") + p(num(1, 0), "Ett") + `</w:tc></w:tr></w:tbl>`, []string{"h1 |Löfte", "i1 •|Ett"}},
		{"page laid out by a table", `<w:tbl><w:tr><w:tc>` + menu("Boxholm", "Finspång") + `</w:tc><w:tc>` + p(styled("Rubrik1"), "Löfte") + p(num(1, 0), "Ett") + `</w:tc></w:tr><w:tr>` + tc("Fot") + tc("Slut") + `</w:tr></w:tbl>`,
			[]string{"h1 |Löfte", "i1 •|Ett", "p0 |Fot", "p0 |Slut"}},
		{"tracked changes", `<w:p><w:r><w:t>Polisen </w:t></w:r><w:del><w:r><w:delText>kan</w:delText></w:r></w:del><w:ins><w:r><w:t>ska</w:t></w:r></w:ins><w:r><w:t> synas.</w:t></w:r></w:p>`,
			[]string{"p0 |Polisen ska synas."}},
		{"controls, tags, fields", `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:smartTag><w:r><w:t>Kils</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t> kommun</w:t></w:r></w:sdtContent></w:sdt>` +
			`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> 7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>`,
			[]string{"p0 |Kils kommun 7"}},
		{"hidden text, notes, hyphens", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r><w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>traktor</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`,
			[]string{"p0 |A-traktor"}},
		{"text box", `<w:p><w:r><w:t>Före</w:t><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + p("", "I rutan") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
			`<mc:Fallback><w:pict><w:txbxContent>` + p("", "I rutan") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, []string{"p0 |Före", "p0 |I rutan"}},
		{"contents", p(styled("TOC1"), "Bakgrund 2") + p("", "Text"), []string{"p0 |Text"}},
		{"saved page", p(num(1, 0), "Kvar") + menu("Händelser", "Nyheter") + p("", "Start / Om polisen / Löften") + p(styled("Rubrik1"), "Löfte") + p("", "Polisen lovar.") +
			p(styled("Rubrik2"), "Kontakt") + p("", "Eva Ek") + p("", "0303-73 00 00") + p(styled("Rubrik2"), "Relaterat") + menu("Lerum – medborgarlöften") + p("", "Till toppen"),
			[]string{"i1 •|Kvar", "i1 •|Händelser", "i1 •|Nyheter", "h1 |Löfte", "p0 |Polisen lovar."}},
		{"menu alone", menu("Händelser", "Nyheter") + p(styled("Rubrik1"), "Löfte") + p("", "Polisen lovar."), []string{"h1 |Löfte", "p0 |Polisen lovar."}},
	}
	for _, tt := range tests {
		doc, err := docxdoc.Read(context.Background(), pack(t, tt.body), docxdoc.Options{})
		require.NoError(t, err, tt.name)
		require.Equal(t, tt.want, dump(doc), tt.name)
	}
}

// menu is items that are links.
func menu(names ...string) string {
	var b strings.Builder
	for _, n := range names {
		b.WriteString(`<w:p><w:pPr>` + num(1, 0) + `</w:pPr><w:hyperlink><w:r><w:t>` + n + `</w:t></w:r></w:hyperlink></w:p>`)
	}
	return b.String()
}

func TestLink(t *testing.T) {
	doc, err := docxdoc.Read(context.Background(), pack(t, menu("Uppföljning 2018")+p("", "Text")), docxdoc.Options{})
	require.NoError(t, err)
	require.True(t, doc.Blocks[0].Link)
	require.False(t, doc.Blocks[1].Link)
}

func TestErrors(t *testing.T) {
	good := pack(t, p("", "Polisen lovar."))
	deep := strings.Repeat("<w:sdt><w:sdtContent>", 300) + strings.Repeat("</w:sdtContent></w:sdt>", 300)
	tests := []struct {
		name string
		data []byte
		opts docxdoc.Options
		want model.Code
	}{
		{"no zip", []byte("PK\x03\x04 och mer"), docxdoc.Options{}, model.Damaged},
		{"cut off", good[:len(good)/2], docxdoc.Options{}, model.Damaged},
		{"no document", packParts(t, map[string]string{"word/styles.xml": style}), docxdoc.Options{}, model.Damaged},
		{"broken xml", packParts(t, map[string]string{"word/document.xml": open + "<w:p><w:r>"}), docxdoc.Options{}, model.Damaged},
		{"no root", packParts(t, map[string]string{"word/document.xml": "<a/>"}), docxdoc.Options{}, model.Damaged},
		{"no text", pack(t, "<w:p/>"), docxdoc.Options{}, model.Empty},
		{"too deep", pack(t, deep), docxdoc.Options{}, model.TooDeep},
		{"too large unpacked", pack(t, p("", strings.Repeat("löfte ", 10_000))), docxdoc.Options{MaxDecompressed: 1000}, model.TooLarge},
		{"too many files", good, docxdoc.Options{MaxEntries: 2}, model.TooLarge},
		{"too many blocks", pack(t, strings.Repeat(p("", "x"), 20)), docxdoc.Options{MaxBlocks: 10}, model.TooLarge},
		{"old word", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument"), docxdoc.Options{}, model.Unsupported},
		{"encrypted", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), docxdoc.Options{}, model.Encrypted},
	}
	for _, tt := range tests {
		_, err := docxdoc.Read(context.Background(), tt.data, tt.opts)
		var typed *model.ReadError
		require.ErrorAs(t, err, &typed, tt.name)
		require.Equal(t, tt.want, typed.Code, "%s: %v", tt.name, err)
	}
}

// FuzzBody reads any body of a document.
func FuzzBody(f *testing.F) {
	seeds := []string{
		p(styled("Rubrik1"), "Löfte") + p(num(1, 0), "Ett") + p(num(2, 1), "Två"),
		`<w:tbl><w:tr>` + tc("Åtgärd") + tc("Ansvarig") + `</w:tr><w:tr>` + tc("A") + tc("Kommunchef") + `</w:tr></w:tbl>`,
		menu("Händelser", "Nyheter") + p("", "– Tal, säger hon.\tx"),
		`<w:p><w:r><w:sym w:char="F0B7"/><w:br/><w:tab/><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
	}
	require.NotEmpty(f, seeds)
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		doc, err := docxdoc.Read(context.Background(), pack(t, body), docxdoc.Options{})
		if err != nil {
			var typed *model.ReadError
			require.ErrorAs(t, err, &typed)
			return
		}
		require.NotEmpty(t, doc.Blocks)
	})
}

func benchmarkRead(b *testing.B, copies int) {
	body := p(styled("Rubrik1"), "Löfte") + p(num(1, 0), "Polisen ska synas.") + `<w:tbl><w:tr>` + tc("Åtgärd") + tc("Ansvarig") + `</w:tr><w:tr>` + tc("A") + tc("B") + `</w:tr></w:tbl>`
	data := pack(b, strings.Repeat(body, copies))
	b.SetBytes(int64(len(body) * copies))
	for b.Loop() {
		_, err := docxdoc.Read(context.Background(), data, docxdoc.Options{})
		require.NoError(b, err)
	}
}

func BenchmarkRead1(b *testing.B)    { benchmarkRead(b, 1) }
func BenchmarkRead1000(b *testing.B) { benchmarkRead(b, 1000) }
