package docxdoc

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// A style is what is known of a paragraph or character style.
type style struct {
	name    string
	based   string
	outline int // level from 1, 0 for none
	bold    bool
	hidden  bool
	list    listRef
}

// A listRef ties a paragraph to a level of a list; num is "" for none.
type listRef struct {
	num   string
	level int
}

type styles map[string]style

// maxBased bounds the chain of styles that are based on one another.
const maxBased = 16

var (
	headingName = regexp.MustCompile(`(?i)^(heading|rubrik|überschrift|otsikko|overskrift) ?([1-9])$`)
	titleName   = regexp.MustCompile(`(?i)^(title|titel|rubrik|dokumenttitel|dokumentrubrik)$`)
	frameName   = regexp.MustCompile(`(?i)^(toc|innehåll|header|sidhuvud|footer|sidfot|footnote text|fotnotstext|page number|sidnummer)\b`)
	underName   = regexp.MustCompile(`(?i)^(subtitle|underrubrik|mellanrubrik)\b`)
)

func readStyles(s *scanner) (styles, error) {
	out := styles{}
	if s == nil {
		return out, nil
	}
	err := s.descend("styles", func(e xml.StartElement) error {
		if e.Name.Local != "style" {
			return s.skip()
		}
		st, err := readStyle(s)
		out[attr(e, "styleId")] = st
		return err
	})
	return out, err
}

// descend finds the root element and calls do for its children.
func (s *scanner) descend(root string, do func(xml.StartElement) error) error {
	for {
		t, err := s.next()
		if err != nil {
			return unexpected(s.part, err)
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == root {
			return s.children(do)
		}
	}
}

func readStyle(s *scanner) (st style, err error) {
	err = s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "name":
			st.name = attr(e, "val")
		case "basedOn":
			st.based = attr(e, "val")
		case "pPr":
			var p properties
			err := readProperties(s, &p)
			st.outline, st.list = p.outline, p.list
			return err
		case "rPr":
			f := format{}
			err := readFormat(s, &f)
			st.bold, st.hidden = f.bold, f.hidden
			return err
		}
		return s.skip()
	})
	return st, err
}

// heading is the level of a style as a heading, 0 for none: by its outline
// level or its name, or those of the style beneath.
func (ss styles) heading(id string) int {
	for range maxBased {
		st, ok := ss[id]
		if !ok {
			return headingByName(id)
		}
		if n := headingByName(st.name); n > 0 {
			return n
		}
		if st.outline > 0 {
			return st.outline
		}
		if id = st.based; id == "" {
			return 0
		}
	}
	return 0
}

func headingByName(name string) int {
	if f := headingName.FindStringSubmatch(strings.TrimSpace(name)); f != nil {
		n, _ := strconv.Atoi(f[2])
		return min(n, maxHeading)
	}
	switch {
	case titleName.MatchString(name):
		return 1
	case underName.MatchString(name):
		return 2
	}
	return 0
}

// maxHeading is the lowest rank of a heading whose rank is known.
const maxHeading = 6

// list is the list that a style puts its paragraphs in.
func (ss styles) list(id string) listRef {
	for range maxBased {
		st, ok := ss[id]
		if !ok || st.list.num != "" {
			return st.list
		}
		id = st.based
	}
	return listRef{}
}

func (ss styles) bold(id string) bool {
	for range maxBased {
		st, ok := ss[id]
		if !ok || st.bold {
			return st.bold
		}
		id = st.based
	}
	return false
}

// isFrame reports whether a style is that of a table of contents, a header, a
// footer or a footnote.
func (ss styles) isFrame(id string) bool {
	return frameName.MatchString(ss[id].name) || frameName.MatchString(id)
}
