package textdoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	registry = regexp.MustCompile(`(?i)(^|[\s(])(dnr|diarienr|diarienummer|ärendenr|ärendenummer|ärendebeteckning|saknr|dokumentnr|ink\.|inkom\b|ank\.|ankom\b|reg\.? ?nr)`)
	orgName  = regexp.MustCompile(`(?i)^(polisen|polismyndigheten|polisregion [\pL ]+|kommunstyrelsen|kommunledningskontoret|kommunfullmäktige|brottsförebyggande rådet|(?-i:\p{Lu}[\pL-]*( \p{Lu}[\pL-]*){0,2} ([Kk]ommun|KOMMUN|[Ss]tad|STAD))|region [\pL ]+)$`)
)

// stampIndent is the indentation from which lines next to a registry number
// belong to the same stamp.
const stampIndent = 8

// maxHead is the number of lines at the top that may be a letterhead.
const maxHead = 6

// dropLetterhead takes out registry numbers with the stamp around them, and
// names of organisations above the title when the text names them again.
func dropLetterhead(ls []line) []line {
	drop := make([]bool, len(ls))
	for i := range ls {
		if isRegistry(ls[i]) {
			drop[i] = true
			dropStamp(ls, i, drop)
		}
	}
	for i := 0; i < len(ls) && i < maxHead; i++ {
		if drop[i] {
			continue
		}
		if !isOrganisation(ls[i].text) || i+1 < len(ls) && startsItem(ls[i+1]) || !namedAgain(ls, i) {
			break
		}
		drop[i] = true
	}
	return without(ls, drop)
}

// isRegistry reports whether a line gives the document's number or date in a
// registry.
func isRegistry(l line) bool {
	return l.table == nil && registry.MatchString(l.text) && strings.ContainsFunc(l.text, unicode.IsDigit) &&
		utf8.RuneCountInString(l.text) <= maxHeading && !l.finished()
}

// dropStamp marks the lines around a registry number that are set off with it.
func dropStamp(ls []line, i int, drop []bool) {
	if ls[i].indent < stampIndent {
		return
	}
	for k := i - 1; k >= 0 && ls[k+1].gap == 0 && sameStamp(ls[k], ls[i]); k-- {
		drop[k] = true
	}
	for k := i + 1; k < len(ls) && ls[k].gap == 0 && sameStamp(ls[k], ls[i]); k++ {
		drop[k] = true
	}
}

func sameStamp(l, number line) bool {
	return l.indent >= stampIndent && l.indent <= number.indent+stampIndent && !l.finished() &&
		utf8.RuneCountInString(l.text) <= maxHeading/2
}

// isOrganisation reports whether a line is nothing but names of organisations,
// side by side.
func isOrganisation(text string) bool {
	for _, p := range wideGap.Split(text, -1) {
		if !orgName.MatchString(strings.Trim(p, " ,")) {
			return false
		}
	}
	return true
}

// namedAgain reports whether each organisation of line i is named below it.
func namedAgain(ls []line, i int) bool {
	for _, p := range wideGap.Split(ls[i].text, -1) {
		name := strings.ToLower(firstWord(strings.TrimSpace(p)))
		found := false
		for k := i + 1; k < len(ls) && !found; k++ {
			found = strings.Contains(strings.ToLower(ls[k].text), name)
		}
		if !found {
			return false
		}
	}
	return true
}

func startsItem(l line) bool {
	return strings.ContainsRune("•·●▪◦■-–*", first(l.text))
}

// logoGap is the number of blank lines that set a logo off.
const logoGap = 2

// dropLogos takes out the names of organisations that stand alone at the end.
func dropLogos(ls []line) []line {
	for {
		from := len(ls) - 1
		for from > 0 && ls[from].gap == 0 {
			from--
		}
		if from <= 0 || ls[from].gap < logoGap || len(ls)-from > 2 {
			return ls
		}
		var name strings.Builder
		for _, l := range ls[from:] {
			if l.table != nil {
				return ls
			}
			name.WriteString(" " + l.text)
		}
		if !isOrganisation(strings.TrimSpace(name.String())) {
			return ls
		}
		ls = ls[:from]
	}
}
