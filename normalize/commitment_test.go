package normalize

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

func TestSameManyAsTheCommitmentBefore(t *testing.T) {
	s := newSource(t, "Trafik\ngenomföra 100 kontroller under 2017\ngenomföra minst lika många kontroller under 2018\nKrogar\nlika många tillsyner")
	p := s.promise(model.SetFacts{
		Areas: []model.AreaFact{{Fact: s.fact("Trafik")}, {Fact: s.fact("Krogar")}},
		Commitments: []model.CommitmentFact{
			{Fact: s.fact("genomföra 100 kontroller under 2017"), Areas: []int{0}},
			{Fact: s.fact("genomföra minst lika många kontroller under 2018"), Areas: []int{0}},
			{Fact: s.fact("lika många tillsyner"), Areas: []int{1}},
		},
	})
	require.Len(t, p.Commitments[1].Targets, 1)
	require.Equal(t, model.Min, p.Commitments[1].Targets[0].Comparator)
	require.Equal(t, 100.0, *p.Commitments[1].Targets[0].Value)
	require.Empty(t, p.Commitments[2].Targets, "another area is another list")
}

func TestSigningTakesTheYearOfTheValidity(t *testing.T) {
	for _, c := range []struct{ period, signing, want string }{
		{"gäller 1 september 2015 – 31 augusti 2016", "Torsdagen den 11 juni undertecknades löftet", "2015-06-11"},
		{"gäller 1 januari 2018 – 30 juni 2018", "Den 1 december undertecknades löftet", ""},
		{"gäller tills vidare", "Den 1 december undertecknades löftet", ""},
	} {
		t.Run(c.signing, func(t *testing.T) {
			s := newSource(t, c.period+"\n"+c.signing)
			signed := s.fact(c.signing)
			p := s.promise(model.SetFacts{Periods: []model.PeriodFact{s.period(model.Stated, c.period)}, SignedOn: &signed})
			require.Equal(t, c.want, p.SignedOn)
		})
	}
}
