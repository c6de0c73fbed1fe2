package pdfdoc

import (
	"bytes"
	"compress/zlib"
	"io"
	"strconv"
)

// place is where an object stands: at an offset of the file, or as the n-th in
// an object stream.
type place struct {
	number, generation int
	offset             int
	inside             int // number of the object stream, 0 for none
	index              int
}

// objectTable is what a scan of the file found, the last of each number.
type objectTable struct {
	objects map[int]place
	trailer []byte // entries of the trailer that are kept: Root, Encrypt, ID
	catalog int
	pages   []int
	left    int // bytes that object streams may still decompress to
}

// scanObjects finds every "n g obj" of the file, and what is in its object
// streams.
func scanObjects(data []byte, opts Options) *objectTable {
	t := &objectTable{objects: map[int]place{}, left: opts.DocumentBytes}
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte(" obj"))
		if i < 0 {
			break
		}
		end := at + i
		at = end + len(" obj")
		p, ok := objectAt(data, end)
		if !ok || p.number > opts.Objects {
			continue
		}
		t.objects[p.number] = p
		dict := dictionary(data[at:min(len(data), at+dictReach)])
		if t.left > 0 && bytes.Contains(dict, []byte("/ObjStm")) {
			t.scanStream(p.number, dict, data[at:], opts)
		} else {
			t.know(p.number, dict, opts)
		}
	}
	return t
}

// dictReach is how much of an object is looked at for its dictionary.
const dictReach = 2 << 10

// dictionary is the start of an object up to its stream or end.
func dictionary(body []byte) []byte {
	for _, end := range []string{"stream", "endobj"} {
		if i := bytes.Index(body, []byte(end)); i >= 0 {
			body = body[:i]
		}
	}
	return body
}

// isCatalog reports whether a dictionary is that of the document.
func isCatalog(dict []byte) bool {
	i := bytes.Index(dict, []byte("/Catalog"))
	return i >= 0 && bytes.Contains(dict, []byte("/Pages"))
}

// isPage reports whether a dictionary is that of a page.
func isPage(dict []byte) bool {
	for rest := dict; ; {
		i := bytes.Index(rest, []byte("/Page"))
		if i < 0 {
			return false
		}
		rest = rest[i+len("/Page"):]
		if (len(rest) == 0 || !isRegular(rest[0])) && bytes.Contains(dict, []byte("/Contents")) {
			return true
		}
	}
}

// objectAt reads the numbers in front of " obj" at end.
func objectAt(data []byte, end int) (place, bool) {
	i := end
	for i > 0 && isDigit(data[i-1]) {
		i--
	}
	j := i
	for j > 0 && isSpace(data[j-1]) {
		j--
	}
	k := j
	for k > 0 && isDigit(data[k-1]) {
		k--
	}
	generation, err1 := strconv.Atoi(string(data[i:end]))
	number, err2 := strconv.Atoi(string(data[k:j]))
	ok := err1 == nil && err2 == nil && j < i && number > 0 && generation <= 0xFFFF
	return place{number: number, generation: generation, offset: k}, ok
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// know remembers the object if it is a catalog or a page.
func (t *objectTable) know(number int, dict []byte, opts Options) {
	if isCatalog(dict) {
		t.catalog = number
	} else if isPage(dict) && len(t.pages) < opts.Pages {
		t.pages = append(t.pages, number)
	}
}

// scanStream lists the objects of an object stream: its data begins with their
// numbers and offsets, which count from First (ISO 32000-1, 7.5.7).
func (t *objectTable) scanStream(number int, dict, body []byte, opts Options) {
	data := inflate(streamData(body[:min(len(body), opts.StreamBytes)]), min(opts.StreamBytes, t.left))
	t.left -= len(data) + streamCost
	first := numberAfter(dict, "/First")
	l := &lexer{data: data[:min(max(first, 0), len(data))]}
	for index := 0; ; index++ {
		n, offset := l.next(), l.next()
		if n.kind != tokenNumber || offset.kind != tokenNumber || n.number < 1 || n.number > float64(opts.Objects) {
			return
		}
		p := place{number: int(n.number), inside: number, index: index}
		if old, ok := t.objects[p.number]; ok && old.inside == 0 {
			continue
		}
		t.objects[p.number] = p
		if at := first + int(offset.number); at >= 0 && at < len(data) {
			t.know(p.number, firstDictionary(data[at:min(len(data), at+dictReach)]), opts)
		}
	}
}

// streamCost is what an object stream costs of the budget besides its bytes.
const streamCost = 16 << 10

// numberAfter is the number behind a key, 0 without one.
func numberAfter(dict []byte, key string) int {
	i := bytes.Index(dict, []byte(key))
	if i < 0 {
		return 0
	}
	l := &lexer{data: dict[i+len(key):]}
	return int(l.next().number)
}

// firstDictionary is the dictionary at the start of the bytes.
func firstDictionary(data []byte) []byte {
	l, depth := &lexer{data: data}, 0
	for {
		switch l.next().kind {
		case tokenOpen:
			depth++
		case tokenClose:
			if depth--; depth <= 0 {
				return data[:l.pos]
			}
		case tokenEnd:
			return data
		}
	}
}

// streamData is what stands behind the next "stream" keyword, up to
// "endstream" or the end of the bytes.
func streamData(body []byte) []byte {
	i := bytes.Index(body, []byte("stream"))
	if i < 0 {
		return nil
	}
	body = body[i+len("stream"):]
	if end := bytes.Index(body, []byte("endstream")); end >= 0 {
		body = body[:end]
	}
	return bytes.TrimPrefix(bytes.TrimPrefix(body, []byte("\r")), []byte("\n"))
}

// inflate decompresses as much as is whole and within the limit; bytes that
// are not compressed come back as they are.
func inflate(data []byte, limit int) []byte {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return data
	}
	var out bytes.Buffer
	_, _ = io.Copy(&out, io.LimitReader(r, int64(limit)))
	return out.Bytes()
}
