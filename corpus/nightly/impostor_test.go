package nightly

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

func TestImpostor(t *testing.T) {
	for _, c := range []struct {
		kind         model.Kind
		markup, text string
		want         Impostor
	}{
		{model.KindOther, "", "Sidan kunde inte hittas", Soft404},
		{model.KindOther, "", "Vi hittar inte sidan du letar efter", Soft404},
		{model.KindOther, "", "Page not found", Soft404},
		{model.KindOther, `<input type="password">`, "Mina sidor", Login},
		{model.KindOther, "", "Du måste logga in", Login},
		{"", `<INPUT TYPE="PASSWORD">`, "", Login},
		{model.KindOther, `<div class="g-recaptcha">`, "Ett ögonblick", Captcha},
		{model.KindOther, "", "Verify you are human", Captcha},
		{model.KindOther, "", "Webbplatsen är tillfälligt stängd för underhåll.", Maintenance},

		{model.KindOther, "", "Här kan du läsa om vårt arbete.", ""},
		{model.KindPromise, `<input type="password">`, "Polisen lovar att synas.", ""},
		{model.KindFollowUp, "", "Sidan finns inte", ""},
		{model.KindOther, "", "Planerat underhåll av Storgatan. " + strings.Repeat("Gatan stängs av i etapper. ", 80), ""},
	} {
		require.Equal(t, c.want, impostor(c.kind, []byte(c.markup), c.text), "%q %q", c.markup, c.text)
	}
}

// Each row of the table has three columns, words in lower case, and a known
// name.
func TestImpostorWords(t *testing.T) {
	rows := 0
	for line := range strings.Lines(impostorWords) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		rows++
		columns := strings.Split(strings.TrimRight(line, "\n"), "\t")
		require.Len(t, columns, 3, line)
		require.Contains(t, []Impostor{Captcha, Login, Maintenance, Soft404}, Impostor(columns[0]))
		require.Contains(t, []string{"markup", "text"}, columns[1])
		require.Equal(t, strings.ToLower(columns[2]), columns[2])
	}
	require.Greater(t, rows, 20)
}
