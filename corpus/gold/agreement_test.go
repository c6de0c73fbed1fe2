package gold_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/gold"
	"github.com/lofte/lofte/model"
)

// goldFolders are the folders of hand-made records that can be had: our own,
// and those of ../shared when it is there.
func goldFolders(t *testing.T) []string {
	t.Helper()
	folders := []string{filepath.Join("testdata", "own", "gold")}
	shared := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(shared); err == nil {
		folders = append(folders, filepath.Join(shared, "contract", "gold"), filepath.Join(shared, "documents", "gold"))
	}
	return folders
}

// asRecord makes a record of a hand-made one: areas get ids, and commitments
// link to them.
func asRecord(d gold.Document) *model.Record {
	record := copyOf(d.Record)
	record.Source.URI = "somewhere/" + d.Name + ".pdf"
	for i := range record.Promises {
		p := &record.Promises[i]
		ids := map[string]string{}
		for k := range p.ProblemAreas {
			p.ProblemAreas[k].ID = fmt.Sprintf("a%d", k+1)
			ids[p.ProblemAreas[k].Label] = p.ProblemAreas[k].ID
		}
		for k := range p.Commitments {
			for n, label := range p.Commitments[k].ProblemAreas {
				if id, ok := ids[label]; ok {
					p.Commitments[k].ProblemAreas[n] = id
				}
			}
		}
	}
	return &record
}

func copyOf(r model.Record) model.Record {
	data, err := json.Marshal(r)
	if err != nil {
		return r
	}
	var c model.Record
	if json.Unmarshal(data, &c) != nil {
		return r
	}
	return c
}

// spoil makes mistakes of many kinds in a record; which, n decides.
func spoil(r *model.Record, n int) {
	if n%11 == 10 {
		r.Kind = model.KindOther
	}
	if r.Kind != model.KindPromise && n%2 == 0 {
		r.Promises = []model.Promise{{Commitments: []model.Commitment{{Text: "Polisen ska finnas."}}}}
	}
	for i := range r.Promises {
		p := &r.Promises[i]
		spoilSet(p, n+i)
		for k := range p.Commitments {
			spoilCommitment(&p.Commitments[k], n+i+k)
		}
	}
}

func spoilSet(p *model.Promise, n int) {
	switch n % 7 {
	case 0:
		p.Municipalities = append(p.Municipalities, model.Municipality{Name: "Ankeborg"})
		p.FollowUp = nil
	case 1:
		p.Validity = nil
		p.Signatories = append(p.Signatories, model.Signatory{Name: "Kalle Anka"})
	case 2:
		p.Commitments = append(p.Commitments, model.Commitment{Text: "En åtgärd som ingen har lovat"})
		if len(p.Parties) > 0 {
			p.Parties[0].Name = "LPO Ankeborg"
		}
	case 3:
		p.ProblemAreas = p.ProblemAreas[:len(p.ProblemAreas)/2]
		p.Signatories = nil
	case 4:
		if len(p.Commitments) > 0 {
			p.Commitments = p.Commitments[1:]
		}
	case 5:
		p.FollowUp = append(p.FollowUp, model.FollowUp{Text: "Följs upp."})
	}
}

func spoilCommitment(c *model.Commitment, n int) {
	switch n % 9 {
	case 1:
		c.Text = "Polisen ska " + c.Text
	case 2:
		c.Actors = nil
		c.Text = "  " + c.Text + " …"
	case 3:
		c.Targets = nil
	case 4:
		v := 7.0
		c.Targets = append(c.Targets, model.Target{Comparator: model.Min, Value: &v, Per: "P1W"}, model.Target{Comparator: model.All})
	case 5:
		c.Text += " samt ytterligare sex ord som inte står där"
	case 6:
		c.ProblemAreas = append(c.ProblemAreas, "a9")
	case 7:
		words := []rune(c.Text)
		c.Text = string(words[:len(words)*2/3])
	}
}

// figuresOf reads the figures that score.py prints.
func figuresOf(t *testing.T, out string) map[string]gold.Counts {
	t.Helper()
	figures := map[string]gold.Counts{}
	fields := regexp.MustCompile(`(?m)^(\w+) +P .*\(tp (\d+) fp (\d+) fn (\d+)\)$`)
	for _, m := range fields.FindAllStringSubmatch(out, -1) {
		figures[m[1]] = gold.Counts{TP: number(m[2]), FP: number(m[3]), FN: number(m[4])}
	}
	rates := regexp.MustCompile(`(?m)^(\w+) +(?:accuracy [\d.]+  \()?(\d+)/(\d+)`)
	for _, m := range rates.FindAllStringSubmatch(out, -1) {
		figures[m[1]] = gold.Counts{TP: number(m[2]), FN: number(m[3])}
	}
	require.NotEmpty(t, figures, out)
	return figures
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

func TestAgreesWithTheScriptThatScores(t *testing.T) {
	script := filepath.Join("..", "..", "..", "shared", "tools", "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("../shared is not there: the figures of score.py are not compared")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not there: the figures of score.py are not compared")
	}
	for _, folder := range goldFolders(t) {
		documents, err := gold.Load(folder)
		require.NoError(t, err)
		for round := range 4 {
			records := make([]*model.Record, 0, len(documents))
			for i, d := range documents {
				r := asRecord(d)
				if round > 0 {
					spoil(r, round*5+i)
				}
				records = append(records, r)
			}
			if round == 3 {
				records = records[1:]
			}
			requireSameFigures(t, python, script, folder, documents, records)
		}
	}
}

func requireSameFigures(t *testing.T, python, script, folder string, documents []gold.Document, records []*model.Record) {
	t.Helper()
	var lines bytes.Buffer
	e := json.NewEncoder(&lines)
	for _, r := range records {
		require.NoError(t, e.Encode(r))
	}
	file := filepath.Join(t.TempDir(), "records.jsonl")
	require.NoError(t, os.WriteFile(file, lines.Bytes(), 0o600))
	out, err := exec.Command(python, script, folder, file).CombinedOutput()
	require.NoError(t, err, string(out))
	want := figuresOf(t, string(out))
	report := gold.Score(documents, records)
	got := map[string]gold.Counts{}
	for _, f := range report.Fields {
		got[f.Name] = f.Fuzzy
	}
	rates := map[string]gold.Rate{"kind": report.Kind, "actors": report.Actors, "area_links": report.AreaLinks,
		"negatives": report.Negatives, "perfect": report.Perfect}
	for name, r := range rates {
		got[name] = gold.Counts{TP: r.Right, FN: r.Of}
	}
	for name, c := range want {
		require.Equal(t, c, got[name], "%s of %s\n%s", name, folder, out)
	}
	require.GreaterOrEqual(t, len(want), 11)
}
