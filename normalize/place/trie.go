package place

// node is a node of the trie over the words of all forms of all
// municipalities. kind is 0 where no form ends.
type node struct {
	next         map[string]*node
	municipality int
	kind         Form
}

// addForms enters all the forms that the table gives for a municipality. A
// form that is entered twice keeps its first kind.
func (n *node) addForms(m Municipality, i int) {
	for _, full := range append([]string{m.KommunForm, m.Official}, m.Aliases...) {
		if foldForm(full) != foldForm(m.Name) {
			n.add(full, i, Official)
			n.add(full+"s", i, Official)
		}
	}
	n.add(m.Name, i, Name)
	n.add(m.Genitive, i, Genitive)
}

func (n *node) add(form string, i int, kind Form) {
	at := n
	for _, w := range words(form) {
		if at.next == nil {
			at.next = map[string]*node{}
		}
		child := at.next[w.fold]
		if child == nil {
			child = &node{}
			at.next[w.fold] = child
		}
		at = child
	}
	if at.kind == 0 {
		at.municipality, at.kind = i, kind
	}
}

// longest walks the trie from word i of a text and gives the node of the
// longest form that starts there with the number of its words, nil for none.
func (n *node) longest(text string, all []word, i int) (end *node, length int) {
	at := n
	for k := i; k < len(all); k++ {
		if k > i && !joinsName(text[all[k-1].end:all[k].start]) {
			break
		}
		at = at.next[all[k].fold]
		if at == nil {
			break
		}
		if at.kind != 0 {
			end, length = at, k-i+1
		}
	}
	return end, length
}
