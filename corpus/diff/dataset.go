package diff

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/lofte/lofte/model"
)

// tablesFolder is where a dataset has its tables as JSONL.
const tablesFolder = "jsonl"

// IsDataset reports whether a folder is a dataset.
func IsDataset(dir string) bool {
	_, err := os.Stat(tablePath(dir, "promises"))
	return err == nil
}

func tablePath(dir, table string) string {
	return filepath.Join(dir, tablesFolder, table+".jsonl")
}

// Dataset reads the tables of a dataset back into records, as far as changes
// are told of them.
func Dataset(dir string) iter.Seq2[*model.Record, error] {
	return func(yield func(*model.Record, error) bool) {
		records, err := readTables(dir)
		if err != nil {
			yield(nil, err)
			return
		}
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// tables is a dataset while it is read.
type tables struct {
	records        []*model.Record
	byID           map[string]*model.Record
	municipalities map[string]model.Municipality
	promises       map[string]*model.Promise
	commitments    map[string]*model.Commitment
}

func readTables(dir string) ([]*model.Record, error) {
	t := &tables{byID: map[string]*model.Record{}, municipalities: map[string]model.Municipality{},
		promises: map[string]*model.Promise{}, commitments: map[string]*model.Commitment{}}
	err := errors.Join(
		readTable(dir, "municipalities", t.municipality),
		readTable(dir, "documents", t.document),
		t.readPromises(dir),
		readTable(dir, "parties", t.party),
		t.readCommitments(dir),
		readTable(dir, "targets", t.target),
	)
	return t.records, err
}

// readTable reads the rows of a table. One that is not there has none.
func readTable[Row any](dir, table string, take func(Row)) error {
	f, err := os.Open(tablePath(dir, table))
	if errors.Is(err, fs.ErrNotExist) && table != "promises" {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the dataset: %w", err)
	}
	defer f.Close()
	dec := json.NewDecoder(f)
	for {
		var row Row
		err := dec.Decode(&row)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read the dataset: %s: %w", f.Name(), err)
		}
		take(row)
	}
}

type municipalityRow struct {
	Code   string `json:"municipality_code"`
	Name   string `json:"name"`
	County string `json:"county_code"`
}

func (t *tables) municipality(row municipalityRow) {
	t.municipalities[row.Code] = model.Municipality{Code: row.Code, Name: row.Name, County: row.County}
}

type documentRow struct {
	ID     string     `json:"document_id"`
	URI    string     `json:"uri"`
	Kind   model.Kind `json:"kind"`
	Title  string     `json:"title"`
	Media  string     `json:"media_type"`
	SHA256 string     `json:"sha256"`
}

func (t *tables) document(row documentRow) {
	r := &model.Record{Schema: model.SchemaVersion, ID: row.ID, Kind: row.Kind,
		Source: model.Source{URI: row.URI, Title: row.Title, MediaType: row.Media, SHA256: row.SHA256}}
	t.records = append(t.records, r)
	t.byID[row.ID] = r
}

type promiseRow struct {
	ID       string   `json:"promise_id"`
	Document string   `json:"document_id"`
	Title    string   `json:"title"`
	Codes    []string `json:"municipality_codes"`
	District string   `json:"district"`
	From     string   `json:"valid_from"`
	To       string   `json:"valid_to"`
	EDTF     string   `json:"edtf"`
}

// readPromises reads the promises. They are pointed to only when all are there,
// for they move while their list grows.
func (t *tables) readPromises(dir string) error {
	err := readTable(dir, "promises", func(row promiseRow) {
		r := t.byID[row.Document]
		if r == nil {
			return
		}
		p := model.Promise{ID: row.ID, Title: row.Title, District: row.District}
		for _, code := range row.Codes {
			m := t.municipalities[code]
			m.Code = code
			p.Municipalities = append(p.Municipalities, m)
		}
		if row.From != "" || row.To != "" {
			p.Validity = &model.Validity{From: row.From, To: row.To, EDTF: row.EDTF}
		}
		r.Promises = append(r.Promises, p)
	})
	for _, r := range t.records {
		for i := range r.Promises {
			t.promises[r.Promises[i].ID] = &r.Promises[i]
		}
	}
	return err
}

type partyRow struct {
	Promise string          `json:"promise_id"`
	ID      string          `json:"party"`
	Kind    model.PartyKind `json:"kind"`
	Name    string          `json:"name"`
	Code    string          `json:"municipality_code"`
}

func (t *tables) party(row partyRow) {
	if p := t.promises[row.Promise]; p != nil {
		p.Parties = append(p.Parties, model.Party{ID: row.ID, Kind: row.Kind, Name: row.Name, Code: row.Code})
	}
}

type commitmentRow struct {
	ID      string   `json:"commitment_id"`
	Promise string   `json:"promise_id"`
	Text    string   `json:"text"`
	Actors  []string `json:"actors"`
}

// readCommitments reads the commitments, as readPromises does.
func (t *tables) readCommitments(dir string) error {
	err := readTable(dir, "commitments", func(row commitmentRow) {
		if p := t.promises[row.Promise]; p != nil {
			p.Commitments = append(p.Commitments, model.Commitment{ID: row.ID, Text: row.Text, Actors: row.Actors})
		}
	})
	for _, p := range t.promises {
		for i := range p.Commitments {
			t.commitments[p.Commitments[i].ID] = &p.Commitments[i]
		}
	}
	return err
}

type targetRow struct {
	Commitment string `json:"commitment_id"`
	Text       string `json:"text"`
}

func (t *tables) target(row targetRow) {
	if c := t.commitments[row.Commitment]; c != nil && row.Text != "" {
		c.Targets = append(c.Targets, model.Target{Text: row.Text})
	}
}
