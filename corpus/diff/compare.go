package diff

// compare finds the changes between two states of a promise.
func (d *Differ) compare(old, new *placed) {
	d.keep(old, new)
	if old.period != new.period {
		c := new.change(PeriodChanged)
		c.Was = edtf(old.promise)
		d.add(new, c)
	}
	casts := newCasts(old.promise, new.promise)
	a, b := newStatements(old.promise, casts), newStatements(new.promise, casts)
	pairs := pairUp(a, b)
	for j, i := range pairs.from {
		if i < 0 {
			d.add(new, new.commitment(CommitmentAdded, j))
			continue
		}
		moved := a.actors[i] != b.actors[j] && a.actors[i] != "" && b.actors[j] != ""
		if was, is := a.folded[i], b.folded[j]; was != is && !(moved && deed(was) == deed(is)) {
			d.add(new, reworded(old, new, i, j))
		}
		if moved {
			c := new.commitment(CommitmentMoved, j)
			c.From, c.To = names(old.promise, old.promise.Commitments[i].Actors), c.Actors
			d.add(new, c)
		}
	}
	for i, j := range pairs.to {
		if j < 0 {
			d.add(old, old.commitment(CommitmentRemoved, i))
		}
	}
}

// change is a change of a promise, with what it is known by.
func (p *placed) change(k Kind) Change {
	title := p.promise.Title
	if title == "" {
		title = p.record.Source.Title
	}
	c := Change{Kind: k, District: p.promise.District, Title: title, Period: edtf(p.promise), Replaces: p.replaces, Documents: []string{p.document()}}
	for _, m := range p.promise.Municipalities {
		m.Span = nil
		c.Municipalities = append(c.Municipalities, m)
	}
	return c
}

// commitment is a change of the i-th commitment.
func (p *placed) commitment(k Kind, i int) Change {
	c := p.change(k)
	c.Text = p.promise.Commitments[i].Text
	c.Actors = names(p.promise, p.promise.Commitments[i].Actors)
	return c
}

// reworded tells what a commitment says and said. Where the words are the same,
// the other cells of its row are not.
func reworded(old, new *placed, i, j int) Change {
	c := new.commitment(CommitmentReworded, j)
	c.Was = old.promise.Commitments[i].Text
	if fold(c.Was) == fold(c.Text) {
		c.Was, c.Text = statement(&old.promise.Commitments[i]), statement(&new.promise.Commitments[j])
	}
	return c
}

// whole adds that all of a promise came or went.
func (d *Differ) whole(k Kind, p *placed) {
	c := p.change(k)
	for i := range p.promise.Commitments {
		c.Commitments = append(c.Commitments, p.promise.Commitments[i].Text)
	}
	d.add(p, c)
}

func (d *Differ) add(p *placed, c Change) {
	if d.changed == nil {
		d.changed = map[string]bool{}
	}
	d.changed[p.document()] = true
	d.changes = append(d.changes, found{c, p.key()})
}
