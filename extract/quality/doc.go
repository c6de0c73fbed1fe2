// Package quality tells how much a text looks like Swedish, and whether it is
// language at all.
//
//	q := quality.Of(text)
//	if q.Garbage() {
//		// broken fonts, text decoded twice, recognition of a picture: try another way
//	}
//
// The score is from 0 to 1. Words count by what they are made of: common words
// fully, others by the share of their letters that follow one another in Swedish
// words (data/trigrams.txt), words with signs inside that never stand there not
// at all. What the text as a whole shows lowers the score: signs that stand for
// undecodable bytes or for letters of fonts without names, letters set apart
// from one another, sentences that go on in lower case as they do where the
// order of words is lost.
//
// Swedish documents score .9 and more, other European languages .55 and more,
// garbage .43 and less. The bar lies between the last two: a document in Finnish is
// no promise, but it is readable. Scripts other than Latin are not judged, and
// neither are texts with less than MinLetters letters.
package quality
