// Package repair makes the text of raw blocks canonical and mends what
// recognition of characters got wrong.
package repair
