package nightly

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/lofte/lofte/corpus/diff"
)

// metrics writes figures in the text format of OpenMetrics 1.0, which the text
// format of Prometheus has as a part. All are gauges: a run knows itself only.
type metrics struct{ bytes.Buffer }

// family begins figures of one name.
func (m *metrics) family(name, help string) {
	fmt.Fprintf(m, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name)
}

// sample writes one figure; labels are names and values by turns.
func (m *metrics) sample(name string, value float64, labels ...string) {
	var parts []string
	for i := 0; i+1 < len(labels); i += 2 {
		escaped := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(labels[i+1])
		parts = append(parts, labels[i]+`="`+escaped+`"`)
	}
	if len(parts) > 0 {
		name += "{" + strings.Join(parts, ",") + "}"
	}
	fmt.Fprintf(m, "%s %v\n", name, value)
}

func (m *metrics) one(name, help string, value float64) {
	m.family(name, help)
	m.sample(name, value)
}

// Metrics are the figures of a run, for a collector of text files.
func (r *Report) Metrics() []byte {
	m := &metrics{}
	suspect := 0.0
	if r.Suspect() {
		suspect = 1
	}
	m.one("lofte_nightly_suspect", "Whether the last run was suspect and published nothing.", suspect)
	m.one("lofte_nightly_end_timestamp_seconds", "When the last run ended.", float64(r.Ended.UnixMilli())/1000)
	m.one("lofte_nightly_duration_seconds", "How long the last run took.", r.Ended.Sub(r.Started).Seconds())
	m.one("lofte_documents", "Documents with a record.", float64(r.Count.Documents))
	m.one("lofte_documents_unread", "Documents that could not be read.", float64(r.Count.Failed))
	m.one("lofte_promises", "Promises in the records.", float64(r.Count.Promises))
	m.one("lofte_commitments", "Commitments in the records.", float64(r.Count.Commitments))
	m.one("lofte_fetch_requests", "Requests of the last run.", float64(r.Fetch.Requests))
	m.family("lofte_fetch_events", "What happened to pages in the last run.")
	for _, what := range slices.Sorted(maps.Keys(r.Fetch.Counts)) {
		m.sample("lofte_fetch_events", float64(r.Fetch.Counts[what]), "what", string(what))
	}
	r.sourceMetrics(m)
	r.changeMetrics(m)
	m.WriteString("# EOF\n")
	return m.Bytes()
}

func (r *Report) sourceMetrics(m *metrics) {
	m.family("lofte_source_documents", "Documents that a source found.")
	for _, s := range r.Sources {
		m.sample("lofte_source_documents", float64(s.Found), "source", s.Name)
	}
	m.family("lofte_source_heard_timestamp_seconds", "When a source last answered.")
	for _, s := range r.Sources {
		m.sample("lofte_source_heard_timestamp_seconds", float64(s.Heard.Unix()), "source", s.Name)
	}
}

func (r *Report) changeMetrics(m *metrics) {
	alarms := map[AlarmKind]int{}
	for _, a := range r.Alarms {
		if !a.Accepted {
			alarms[a.Kind]++
		}
	}
	m.family("lofte_alarms", "Alarms of the last run that were not accepted.")
	for _, kind := range slices.Sorted(maps.Keys(alarms)) {
		m.sample("lofte_alarms", float64(alarms[kind]), "kind", string(kind))
	}
	m.family("lofte_changes", "Changes of the records, by what caused them.")
	for _, side := range []struct {
		cause  string
		report *diff.Report
	}{{"world", r.World}, {"parser", r.Reparsed}} {
		if side.report == nil {
			continue
		}
		n := side.report.Count()
		for _, kind := range diff.Kinds() {
			m.sample("lofte_changes", float64(n[kind]), "cause", side.cause, "kind", string(kind))
		}
	}
}
