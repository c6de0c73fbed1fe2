package pdfdoc

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/lofte/lofte/model"
)

// header is what the object parser wants a file to start with.
const header = "%PDF-1.7\n"

// headerReach is how far into the file its header is looked for.
const headerReach = 64 << 10

// repair rewrites a file that the object parser cannot open: junk in front of
// the header is cut off, the header is one that the parser knows, put in front
// where there is none, and a cross-reference stream is appended that lists the
// objects which stand in the file, whatever its own tables say. It reports false
// for bytes that hold no PDF at all. The bytes of the objects stay as they are.
//
// With replant, the tree of pages is made anew as well, of the page objects in
// the order of the file; for files whose catalog or tree is lost.
func repair(data []byte, opts Options, replant bool) ([]byte, bool) {
	var out []byte
	if start := bytes.Index(data[:min(len(data), headerReach)], []byte("%PDF-")); start >= 0 {
		out = append(out, data[start:]...)
	} else {
		out = append([]byte(header), data...)
	}
	if len(out) < len(header) {
		return nil, false
	}
	copy(out, header)
	t := scanObjects(out, opts)
	root := t.root(out)
	if replant && len(t.pages) > 0 {
		out, root = t.plant(out)
	}
	if root == 0 {
		return nil, false
	}
	return t.append(out, root), true
}

// root is the number of the document's catalog: the one that a trailer names,
// else one that was met.
func (t *objectTable) root(data []byte) int {
	for rest := data; ; {
		i := bytes.LastIndex(rest, []byte("/Root"))
		if i < 0 {
			return t.catalog
		}
		l := &lexer{data: data[i+len("/Root"):]}
		n := l.next()
		if _, ok := t.objects[int(n.number)]; ok && n.kind == tokenNumber {
			t.keep(data, i)
			return int(n.number)
		}
		rest = rest[:i]
	}
}

// keep copies the entries for encryption from the trailer around offset at.
func (t *objectTable) keep(data []byte, at int) {
	from := bytes.LastIndex(data[:at], []byte("<<"))
	around := data[max(from, 0):min(len(data), at+dictReach)]
	if !bytes.Contains(around, []byte("/Encrypt")) {
		return
	}
	for _, key := range []string{"/Encrypt", "/ID"} {
		i := bytes.Index(around, []byte(key))
		if i < 0 {
			continue
		}
		end := bytes.IndexAny(around[i+len(key):], "/>")
		if key == "/ID" {
			end = bytes.IndexByte(around[i+len(key):], ']') + 1
		}
		if end > 0 {
			t.trailer = append(t.trailer, around[i:i+len(key)+end]...)
		}
	}
}

// plant appends a catalog and a page tree to the file, and gives the catalog's
// number.
func (t *objectTable) plant(out []byte) ([]byte, int) {
	tree := t.highest() + 1
	root := tree + 1
	var kids bytes.Buffer
	for _, n := range t.pages {
		fmt.Fprintf(&kids, "%d %d R ", n, t.objects[n].generation)
	}
	t.objects[tree] = place{number: tree, offset: len(out) + 1}
	out = fmt.Appendf(out, "\n%d 0 obj\n<</Type/Pages/Count %d/Kids[%s]>>\nendobj", tree, len(t.pages), kids.String())
	t.objects[root] = place{number: root, offset: len(out) + 1}
	out = fmt.Appendf(out, "\n%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n", root, tree)
	return out, root
}

func (t *objectTable) highest() int {
	top := 0
	for n := range t.objects {
		top = max(top, n)
	}
	return top
}

// append adds a cross-reference stream for the objects to the file.
func (t *objectTable) append(out []byte, root int) []byte {
	numbers := make([]int, 0, len(t.objects))
	for n := range t.objects {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	own := t.highest() + 1
	var index, entries bytes.Buffer
	for _, n := range numbers {
		p := t.objects[n]
		fmt.Fprintf(&index, "%d 1 ", n)
		kind, second, third := byte(1), p.offset, p.generation
		if p.inside > 0 {
			kind, second, third = 2, p.inside, p.index
		}
		entries.Write([]byte{kind, byte(second >> 24), byte(second >> 16), byte(second >> 8), byte(second), byte(third >> 8), byte(third)})
	}
	at := len(out) + 1
	out = fmt.Appendf(out, "\n%d 0 obj\n<</Type/XRef/Size %d/Root %d %d R/W[1 4 2]/Index[%s]/Length %d%s>>\nstream\n",
		own, own, root, t.objects[root].generation, index.String(), entries.Len(), t.trailer)
	out = append(out, entries.Bytes()...)
	return fmt.Appendf(out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
}

// leastLineEnds is how many line ends tell that a file was sent as text: by chance
// one in 256 of the bytes in front of them is a carriage return.
const leastLineEnds = 40

// asciiSent undoes what sending a file as text does to it: a carriage return before
// each line end, in compressed data too. It reports false for any other file.
func asciiSent(data []byte) ([]byte, bool) {
	n := bytes.Count(data, []byte("\n"))
	if n < leastLineEnds || bytes.Count(data, []byte("\r\n")) != n {
		return nil, false
	}
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), true
}

func lineEndsNote() model.Diagnostic {
	return model.Diagnostic{Code: model.Damaged, Severity: model.Warning,
		Message: "the file was sent as text: the carriage returns that were put into it have been taken out"}
}

// repairNote is the remark on a file that was repaired.
func repairNote(err error) model.Diagnostic {
	return model.Diagnostic{
		Code: model.Damaged, Severity: model.Warning,
		Message: fmt.Sprintf("the file's index of objects was rebuilt: %v", err),
	}
}
