package htmldoc

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"

	"github.com/lofte/lofte/model"
)

func TestDecode(t *testing.T) {
	latin := func(s string) string {
		out, err := charmap.Windows1252.NewEncoder().String(s)
		require.NoError(t, err)
		return out
	}
	for _, c := range []struct {
		name, in, want string
		remarks        []model.Code
	}{
		{"utf-8", "<p>åäö – •", "<p>åäö – •", nil},
		{"byte order mark", "\xef\xbb\xbf<p>åäö", "<p>åäö", nil},
		{"utf-16 with a mark", "\xff\xfe<\x00p\x00>\x00\xe5\x00", "<p>å", nil},
		{"utf-16 big", "\x00<\x00p\x00>\x00\xe5\x00\xe4\x00\xf6", "<p>åäö", nil},
		{"windows-1252 undeclared", latin("<p>åäö – •"), "<p>åäö – •", nil},
		{"windows-1252 declared as utf-8", latin("<meta charset=utf-8><p>åäö"), "<meta charset=utf-8><p>åäö", []model.Code{model.Charset}},
		{"utf-8 declared as latin-1", "<meta charset=iso-8859-1><p>åäö", "<meta charset=iso-8859-1><p>åäö", []model.Code{model.Charset}},
		{"stray bytes in utf-8", "<p>åäöåäö \xe5", "<p>åäöåäö å", nil},
		{"decoded twice", "<p>fÃ¶r mÃ¥nga â€“ Ã–", "<p>för många – Ö", []model.Code{model.Mojibake}},
		{"decoded twice as windows-1250", "<p>fĂ¶r mĂ¤nga", "<p>för mänga", []model.Code{model.Mojibake}},
		{"a sign that is meant", "<p>SÃ£o Paulo", "<p>SÃ£o Paulo", nil},
		{"lost letters", "<p>m\ufffdste", "<p>m\ufffdste", []model.Code{model.Mojibake}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, remarks, err := decode([]byte(c.in))
			require.NoError(t, err)
			require.Equal(t, c.want, got)
			var codes []model.Code
			for _, r := range remarks {
				codes = append(codes, r.Code)
			}
			require.Equal(t, c.remarks, codes)
		})
	}
}
