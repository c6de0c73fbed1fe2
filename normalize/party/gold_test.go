package party_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/party"
	"github.com/lofte/lofte/normalize/place"
)

// goldSets reads the promise sets of our own hand-made records and of those of
// ../shared when it is there.
func goldSets(t *testing.T) map[string][]model.Promise {
	t.Helper()
	root := filepath.Join("..", "..")
	folders := []string{filepath.Join(root, "corpus", "gold", "testdata", "own", "gold")}
	shared := filepath.Join(root, "..", "shared")
	if _, err := os.Stat(shared); err == nil {
		folders = append(folders, filepath.Join(shared, "contract", "gold"), filepath.Join(shared, "documents", "gold"))
	} else {
		t.Log("../shared is not there: the parties of its records are not tried")
	}
	sets := map[string][]model.Promise{}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.json"))
		require.NoError(t, err)
		require.NotEmpty(t, files, folder)
		for _, file := range files {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			var record model.Record
			require.NoError(t, json.Unmarshal(data, &record), file)
			sets[file] = record.Promises
		}
	}
	return sets
}

// nicknames are ways of writing a party in the records that only its document
// explains: an abbreviation, or the authority for its unit.
func isNickname(p model.Party, written string) bool {
	return written == "TVAB" || written == "Alebyggen" || written == "KBAB" || written == "Eidar" ||
		p.Kind == model.PoliceParty && (written == "Polismyndigheten" || written == "polisen")
}

func TestPartiesOfGoldRecords(t *testing.T) {
	tried := 0
	for name, sets := range goldSets(t) {
		for _, set := range sets {
			var again []model.Party
			for _, p := range set.Parties {
				got, ok := party.Canonical(p.Name, party.Options{})
				require.True(t, ok, "%s: %s", name, p.Name)
				require.Equal(t, p.Kind, got.Kind, "%s: %s", name, p.Name)
				require.Equal(t, p.Name, got.Name, name)
				require.Equal(t, p.Code, got.Code, name)
				again = append(again, got)
				for _, written := range p.AsWritten {
					requireWritten(t, p, written)
				}
				tried++
			}
			party.AssignIDs(again)
			for i, p := range set.Parties {
				require.Equal(t, p.ID, again[i].ID, name)
			}
			requireMunicipalities(t, set)
		}
	}
	require.NotZero(t, tried)
}

func requireWritten(t *testing.T, p model.Party, written string) {
	t.Helper()
	o := party.Options{}
	if isNickname(p, written) {
		o.Known = []model.Party{p}
	}
	got, ok := party.Canonical(written, o)
	require.True(t, ok, written)
	require.Equal(t, p.Name, got.Name, written)
}

func requireMunicipalities(t *testing.T, set model.Promise) {
	t.Helper()
	require.NotEmpty(t, set.Municipalities)
	for _, want := range set.Municipalities {
		m, ok := place.ByName(want.Name)
		require.True(t, ok, want.Name)
		require.Equal(t, want, m.Model())
	}
}
