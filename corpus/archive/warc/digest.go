package warc

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"hash"
	"strings"
)

// Digest is the labelled digest that this package writes: "sha256:" and the
// SHA-256 of data in lower-case hex.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// NewHash gives the hash that a labelled digest was made with: sha1, sha256,
// sha512 or md5.
func NewHash(labelled string) (hash.Hash, error) {
	name, _, _ := strings.Cut(labelled, ":")
	switch strings.ToLower(strings.ReplaceAll(name, "-", "")) {
	case "sha1":
		return sha1.New(), nil
	case "sha256":
		return sha256.New(), nil
	case "sha512":
		return sha512.New(), nil
	case "md5":
		return md5.New(), nil
	}
	return nil, fmt.Errorf("digest %q: unknown algorithm", labelled)
}

// SameDigest reports whether sum is what the labelled digest says, in hex or
// in base 32 as is the custom with SHA-1.
func SameDigest(labelled string, sum []byte) bool {
	_, value, _ := strings.Cut(labelled, ":")
	return strings.EqualFold(value, hex.EncodeToString(sum)) ||
		strings.EqualFold(strings.TrimRight(value, "="),
			base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum))
}

// CheckDigest reports whether data has the labelled digest.
func CheckDigest(labelled string, data []byte) (bool, error) {
	h, err := NewHash(labelled)
	if err != nil {
		return false, err
	}
	h.Write(data)
	return SameDigest(labelled, h.Sum(nil)), nil
}
