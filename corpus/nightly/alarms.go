package nightly

import (
	"cmp"
	"fmt"
	"math"
	"net/url"
	"slices"
	"time"

	"github.com/lofte/lofte/corpus/fetch"
)

// AlarmKind names a reason for a run to be suspect.
type AlarmKind string

// The kinds of alarms. Impostor pages have their own names: soft-404, login,
// captcha, maintenance.
const (
	NothingFound AlarmKind = "nothing-found" // a source found nothing where it had found something
	UnderFloor   AlarmKind = "under-floor"   // a source found fewer documents than it should
	Losing       AlarmKind = "losing"        // too many documents lost most of their commitments
	WrongTotal   AlarmKind = "wrong-total"   // a list declares another total than was found
	Silent       AlarmKind = "silent"        // a source has not answered for too long
)

// Alarm is a reason for a run to be suspect. Figure and Limit are the numbers
// that it is about. One that was accepted does not count until its figure gets
// worse.
type Alarm struct {
	Kind     AlarmKind `json:"kind"`
	Subject  string    `json:"subject"` // a source, a list or a page
	Figure   float64   `json:"figure"`
	Limit    float64   `json:"limit"`
	Message  string    `json:"message"`
	Accepted bool      `json:"accepted,omitempty"`
}

func impostorAlarm(what Impostor, url string) Alarm {
	return Alarm{Kind: AlarmKind(what), Subject: url, Figure: 1, Message: fmt.Sprintf("%s: a %s page with status 200", url, what)}
}

// judge finds all alarms of a run. before is the report of the published night,
// nil for none.
func (c *collector) judge(now time.Time, got *fetch.Report, before *Report) []Alarm {
	alarms := c.alarms
	for _, name := range sortedNames(c.sources) {
		alarms = append(alarms, c.o.Limits.source(c.sources[name], now)...)
	}
	alarms = append(alarms, c.o.Limits.totals(got)...)
	alarms = append(alarms, c.changes.losing(c.o.Limits)...)
	slices.SortStableFunc(alarms, func(a, b Alarm) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Subject, b.Subject)) })
	alarms = slices.CompactFunc(alarms, func(a, b Alarm) bool { return a.Kind == b.Kind && a.Subject == b.Subject })
	for i := range alarms {
		alarms[i].Accepted = c.o.Accept || before != nil && slices.ContainsFunc(before.Alarms, alarms[i].covered)
	}
	return alarms
}

// covered reports whether an earlier alarm was the same or worse, and accepted.
func (a Alarm) covered(before Alarm) bool {
	return before.Accepted && before.Kind == a.Kind && before.Subject == a.Subject && (a.Kind == Silent || a.Figure <= before.Figure)
}

// suspicious reports whether an alarm counts.
func suspicious(alarms []Alarm) bool {
	return slices.ContainsFunc(alarms, func(a Alarm) bool { return !a.Accepted })
}

// source finds the alarms of one source.
func (l Limits) source(s *SourceFigures, now time.Time) []Alarm {
	var out []Alarm
	least := l.floor(s)
	switch {
	case s.Found == 0 && s.Published > 0:
		out = append(out, Alarm{Kind: NothingFound, Subject: s.Name, Figure: float64(s.Published),
			Message: fmt.Sprintf("%s: nothing found, where there were %d documents", s.Name, s.Published)})
	case s.Found < least && !s.left:
		out = append(out, Alarm{Kind: UnderFloor, Subject: s.Name, Figure: float64(least - s.Found), Limit: 0,
			Message: fmt.Sprintf("%s: %d documents found, which is under its floor of %d", s.Name, s.Found, least)})
	}
	if most := time.Duration(l.SilentIntervals * float64(s.lists)); now.Sub(s.Heard) > most {
		out = append(out, Alarm{Kind: Silent, Subject: s.Name, Figure: now.Sub(s.Heard).Hours(), Limit: most.Hours(),
			Message: fmt.Sprintf("%s: no answer since %s", s.Name, s.Heard.Format(time.RFC3339))})
	}
	return out
}

// floor is how many documents a source has to find: what it says itself, or a
// share of what it had.
func (l Limits) floor(s *SourceFigures) int {
	switch {
	case s.Floor > 0:
		return s.Floor
	case s.Published >= l.FloorFrom:
		return int(math.Ceil(l.FloorShare * float64(s.Published)))
	}
	return 0
}

// totals compares what lists declare with what was found. A host that was left
// for the next run has not been counted yet.
func (l Limits) totals(got *fetch.Report) []Alarm {
	var out []Alarm
	for _, list := range got.Lists {
		difference := max(list.Declared-list.Found, list.Found-list.Declared)
		if difference <= l.TotalDifference || waits(got, list.URL) {
			continue
		}
		out = append(out, Alarm{Kind: WrongTotal, Subject: list.URL, Figure: float64(difference), Limit: float64(l.TotalDifference),
			Message: fmt.Sprintf("%s declares %d documents, %d were found", list.URL, list.Declared, list.Found)})
	}
	return out
}

func waits(got *fetch.Report, address string) bool {
	u, err := url.Parse(address)
	return err == nil && slices.ContainsFunc(got.Left, func(l fetch.HostLeft) bool { return l.Host == u.Host })
}

// losing is the alarm for commitments that vanish in many documents at once.
func (x *changes) losing(l Limits) []Alarm {
	if x.bearers == 0 {
		return nil
	}
	share := float64(x.losers) / float64(x.bearers)
	if share <= l.LosingShare {
		return nil
	}
	return []Alarm{{Kind: Losing, Subject: "documents", Figure: share, Limit: l.LosingShare,
		Message: fmt.Sprintf("%d of %d documents lost more than %.0f %% of their commitments", x.losers, x.bearers, l.LostShare*100)}}
}
