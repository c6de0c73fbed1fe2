package model

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// idLength is the number of hex digits of a digest that an id keeps: 64 bits,
// enough for the ids of all documents of a national archive to stay apart.
const idLength = 16

// Digest is the SHA-256 of data in lower-case hex.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// RecordID is the id of the record for a document with these raw bytes. The
// same bytes give the same id on every machine.
func RecordID(data []byte) string { return IDOf(Digest(data)) }

// IDOf is the id of the record for a document whose raw bytes have the digest.
func IDOf(sha256 string) string {
	if len(sha256) < idLength {
		return sha256
	}
	return sha256[:idLength]
}

// PromiseID is the id of a promise set in the record with the given id: the
// period tells the sets of a document apart, and stays the same when another
// section is added to the page.
func PromiseID(record, period string) string {
	return Digest([]byte(record + "\x00" + period))[:idLength]
}

// Slug is the lower-case ASCII form of a Swedish name, as in the ids of
// parties and the addresses of the police: "Västra Göteborg" gives
// "vastra-goteborg".
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		switch r {
		case 'å', 'ä', 'á', 'à':
			r = 'a'
		case 'ö', 'ø', 'ô':
			r = 'o'
		case 'é', 'è', 'ë':
			r = 'e'
		case 'ü':
			r = 'u'
		}
		if (r >= 'a' && r <= 'z') || (r >= '0' && r <= '9') {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			continue
		}
		gap = true
	}
	return b.String()
}
