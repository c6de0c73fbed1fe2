package date

import (
	"strings"

	"github.com/lofte/lofte/normalize/text"
)

// notYear reports whether the four digits at i mean something else than a
// year: part of a longer number or of a statute's, a registry number, a decade,
// a quantity, the target year in a programme's name.
func (r *reader) notYear(i int) bool {
	return r.inNumber(i) || r.labelled(i) || r.counted(i+1)
}

// inNumber reports whether more digits or letters are glued to token i in a
// way that no date is written: "2003:778", "2019/123", "2016/679", "2020-talet".
func (r *reader) inNumber(i int) bool {
	if r.glued(i) && i > 1 && r.is(i-1, "/", ":", "-", ".") && r.glued(i-1) && r.ts[i-2].Kind == text.Digits {
		return r.year(i-2) == 0
	}
	if r.glued(i) && i > 0 && r.ts[i-1].Kind == text.Word {
		return true
	}
	if !r.joined(i+1, "/", ":", "-", ".") {
		return r.glued(i+1) && r.ts[i+1].Kind == text.Word && !r.is(i+1, "års")
	}
	if r.ts[i+2].Kind == text.Word {
		return r.is(i+1, "-") && !r.is(i+2, "års") && divisionOf(r.word(i+2)).months == 0
	}
	if end, next := r.pairEnd(i+1, r.year(i)); end != 0 {
		return r.tail(next)
	}
	if r.ts[i+2].Kind != text.Digits {
		return false
	}
	if _, ok := r.numericDate(i + 2); ok {
		return false
	}
	_, ok := r.dayMonth(i + 2)
	return !ok
}

// labelled reports whether the word before i says that a number follows which
// is no year, or that the year is one to compare with.
func (r *reader) labelled(i int) bool {
	if r.is(i-1, "agenda", "vision", "mål", "målbild", "väg", "nr", "nummer", "iso", "kod", "brottskod", "lag", "lagen",
		"dnr", "diarienr", "diarienummer", "ärende", "ärendenummer", "sfs", "prop", "sou", "telefon", "tel", "tfn",
		"sedan", "före", "innan", "inför", "efter", "än", "covid", "rv", "lv") {
		return true
	}
	if endsIn(r.word(i-1), "undersökningen", "undersökning", "mätningen", "mätning", "enkäten", "enkät", "valet", "ntu", "lovet", "påsken", "julen", "midsommar", "valborg", "skiftet") ||
		r.is(i-2, "vecka", "v") {
		return true
	}
	return r.seq(i-2, "jämfört med") || r.seq(i-2, "jämförelse med") || r.is(i-1, ".") && r.is(i-2, "dnr", "prop", "tel", "nr")
}

func endsIn(w string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// counted reports whether the word at i makes what stands before it a number
// of things.
func (r *reader) counted(i int) bool {
	return r.is(i, "kr", "besök", "kontroller", "insatser", "kronor", "tkr", "invånare", "personer", "st", "stycken", "meter", "m", "km", "kvm", "timmar",
		"poliser", "procent", "%", "hushåll", "svar", "anmälningar", "brott", "gånger", "elever", "medlemmar", "ungdomar")
}
