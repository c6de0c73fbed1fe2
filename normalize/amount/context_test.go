package amount

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

func TestSoft(t *testing.T) {
	for phrase, soft := range map[string]bool{
		"ha som mål att göra fyra riktade kontroller per år":                       true,
		"Vår målsättning är fyra kontroller per år":                                true,
		"Vi siktar på fyra kontroller per år":                                      true,
		"Ambitionen är att göra fyra kontroller per år":                            true,
		"Polisen bör göra fyra kontroller per år":                                  true,
		"Polisen finns i centrum 15 timmar i månaden. Det är en målsättning":       true,
		"Polisen ska göra fyra kontroller per år":                                  false,
		"Polisen ska göra fyra kontroller per år. Det är viktigt för tryggheten.":  false,
		"Polisen ska göra fyra kontroller per år och nå målen i handlingsplanen":   false,
		"Polisen ska göra två kontroller per år. Målsättningen är ökad trygghet.":  false,
		"Polisen ska hålla fyra möten per år med Nätverket Målmedvetna föreningar": false,
	} {
		t.Run(phrase, func(t *testing.T) {
			ms := Targets(phrase, Context{})
			require.Len(t, ms, 1)
			require.Equal(t, soft, ms[0].Soft)
		})
	}
}

func TestRepeatsPrevious(t *testing.T) {
	value := func(v float64) *float64 { return &v }
	kontroller := &model.Target{Comparator: model.Exactly, Value: value(100), Unit: "kontroller"}
	monthly := &model.Target{Comparator: model.Min, Value: value(4), Unit: "kontroller", Per: "P1M"}
	for _, c := range []struct {
		phrase   string
		previous *model.Target
		want     string
	}{
		{"genomföra minst lika många kontroller under 2018", kontroller, "min 100"},
		{"genomföra lika många kontroller på krogar", kontroller, "exactly 100"},
		{"genomföra lika många insatser på krogar", monthly, "min 4 /P1M"},
		{"genomföra lika många kontroller under 2018", monthly, "min 4"},
		{"genomföra lika många kontroller per år", monthly, "min 4 /P1Y"},
		{"genomföra lika många kontroller som under 2018", kontroller, "-"},
		{"genomföra lika många kontroller", &model.Target{Comparator: model.All}, "-"},
		{"genomföra lika många kontroller", &model.Target{Comparator: model.Max, Value: value(24), Unit: "timmar"}, "-"},
		{"genomföra lika många kontroller", nil, "-"},
		{"genomföra kontroller", kontroller, "-"},
		{"göra en insats, varav minst två timmar kvällstid", nil, "exactly 1;min 2"},
	} {
		t.Run(c.phrase, func(t *testing.T) {
			require.Equal(t, c.want, said(Targets(c.phrase, Context{Previous: c.previous})))
		})
	}
}

func TestExpressionOfCell(t *testing.T) {
	for phrase, want := range map[string]string{
		"10 per år": "exactly 10 /P1Y", "Minst 2/termin": "min 2 /P6M", "2 ggr per år": "exactly 2 /P1Y", "En gång": "exactly 1",
		"Varje vecka": "exactly 1 /P1W", "Ca 20/månad": "about 20 /P1M", "1/termin": "exactly 1 /P6M", "12 per år, varav 3 kvällstid": "exactly 12 /P1Y",
		"Löpande": "-", "Under året": "-", "2020": "-", "maj 2020": "-", "2019-2020": "-", "4": "-", "4 kap": "-", "1 per kommun": "-",
	} {
		t.Run(phrase, func(t *testing.T) { require.Equal(t, want, said(Expression(phrase))) })
	}
}
