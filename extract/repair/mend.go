package repair

// Mend repairs what recognition got wrong.
func Mend(blocks []Block) {}

// Line is the canonical form of text that stands alone, and whether it changed.
func Line(s string) (string, bool) {
	t, _ := fold(join(Characters(s)))
	return t, t != s
}
