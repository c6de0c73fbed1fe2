package normalize

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTry(t *testing.T) {
	for in, want := range map[string]string{
		"minst två gånger per vecka": `{"text":"minst två gånger per vecka","periods":[],"targets":[` +
			`{"comparator":"min","value":2,"unit":"gånger","per":"P1W","text":"minst två gånger per vecka","span":{"start":0,"end":26}}]}`,
		"åk 9": `{"text":"åk 9","periods":[],"targets":[]}`,
		"år 2020 och 2021": `{"text":"år 2020 och 2021","periods":[` +
			`{"from":"2020-01-01","to":"2021-12-31","edtf":"2020/2021","text":"2020 och 2021","span":{"start":3,"end":16}}],"targets":[]}`,
		"flera": `{"text":"flera","periods":[],"targets":[{"comparator":"min","value":2,"text":"flera","span":{"start":0,"end":5}}]}`,
	} {
		got, err := json.Marshal(Try(in, 0))
		require.NoError(t, err)
		require.JSONEq(t, want, string(got))
	}
}

func TestTryLeansOnYear(t *testing.T) {
	require.Empty(t, Try("under året", 0).Periods)
	require.Equal(t, "2019-12-31", Try("under året", 2019).Periods[0].To)
	require.Equal(t, "2019-05-01", Try("under maj månad", 2019).Periods[0].From)
}
