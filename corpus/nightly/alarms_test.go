package nightly_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/corpus/nightly"
)

// states puts something else in place of the first n promises.
func states(r *rig, n int, s sitetest.State) {
	for _, p := range r.police.Promises[:n] {
		p.State = s
	}
}

// lose takes the last items from the first n promises.
func lose(r *rig, n, items int) {
	for _, p := range r.police.Promises[:n] {
		p.Items = p.Items[:len(p.Items)-items]
	}
}

// Each alarm, once where it turns the run suspect and the published records
// stay those of the night before, and once where it stays silent.
func TestAlarms(t *testing.T) {
	for _, c := range []struct {
		name   string
		want   []nightly.AlarmKind
		damage func(*rig)
	}{
		{"nothing found", []nightly.AlarmKind{nightly.Losing, nightly.NothingFound}, func(r *rig) { r.after = r.empty }},
		{"under the floor", []nightly.AlarmKind{nightly.UnderFloor}, func(r *rig) { r.floor(100) }},
		{"at the floor", nil, func(r *rig) { r.floor(20) }},
		{"under a share of what was", []nightly.AlarmKind{nightly.UnderFloor}, func(r *rig) {
			states(r, 4, sitetest.Missing)
			r.police.Declared = 16
			r.options.Limits.FloorShare = 0.9
		}},
		{"a few less", nil, func(r *rig) { states(r, 3, sitetest.Missing); r.police.Declared = 17 }},
		{"a quarter loses most", []nightly.AlarmKind{nightly.Losing}, func(r *rig) { lose(r, 10, 2) }},
		{"a tenth loses most", nil, func(r *rig) { lose(r, 3, 2) }},
		{"all lose a third", nil, func(r *rig) { lose(r, 20, 1) }},
		{"another total", []nightly.AlarmKind{nightly.WrongTotal}, func(r *rig) { r.police.Declared = 119 }},
		{"the same total", nil, func(r *rig) { r.police.Declared = 20 }},
		{"soft 404", []nightly.AlarmKind{nightly.AlarmKind(nightly.Soft404)}, func(r *rig) { states(r, 1, sitetest.Soft404); r.police.Declared = 19 }},
		{"login", []nightly.AlarmKind{nightly.AlarmKind(nightly.Login)}, func(r *rig) { states(r, 1, sitetest.Login); r.police.Declared = 19 }},
		{"captcha", []nightly.AlarmKind{nightly.AlarmKind(nightly.Captcha)}, func(r *rig) { states(r, 1, sitetest.Captcha); r.police.Declared = 19 }},
		{"maintenance", []nightly.AlarmKind{nightly.AlarmKind(nightly.Maintenance)}, func(r *rig) { states(r, 1, sitetest.Repairs); r.police.Declared = 19 }},
		{"a page about something else", nil, func(r *rig) {
			r.police.Promises[0].State, r.police.Declared = sitetest.Missing, 19
			r.after = func() {
				r.police.Site.HTML(r.police.Address(r.police.Promises[0]), "<main><h1>Trygghet</h1><p>Här berättar vi om vårt arbete.</p></main>")
			}
		}},
		{"silent for long", []nightly.AlarmKind{nightly.Silent}, func(r *rig) { r.clock.Advance(48 * time.Hour); r.deaf() }},
		{"silent for a night", nil, func(r *rig) { r.deaf() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, 20)
			first := r.night()
			require.Empty(t, first.Alarms)
			before := r.file(nightly.Published, nightly.RecordsFile)
			c.damage(r)
			report := r.night()
			var kinds []nightly.AlarmKind
			for _, a := range report.Alarms {
				kinds = append(kinds, a.Kind)
			}
			require.Equal(t, c.want, kinds, "%v", report.Alarms)
			require.Equal(t, len(c.want) > 0, report.Suspect())
			state, err := nightly.Status(r.options)
			require.NoError(t, err)
			require.Equal(t, report.Run, state.Latest.Run)
			if report.Suspect() {
				require.Equal(t, before, r.file(nightly.Published, nightly.RecordsFile))
				require.Equal(t, first.Run, state.Published.Run)
			} else {
				require.Equal(t, report.Run, state.Published.Run)
			}
		})
	}
}

// What was accepted stays silent until it gets worse, and a run after a suspect
// one compares with the last that was published.
func TestAcceptedAlarms(t *testing.T) {
	r := newRig(t, 20)
	r.night()
	r.police.Declared = 25
	require.True(t, r.night().Suspect())
	change(r.police.Promises[0])
	suspect := r.night()
	require.True(t, suspect.Suspect())
	require.Len(t, suspect.World.Changes, 4)
	r.options.Accept = true
	accepted := r.night()
	require.False(t, accepted.Suspect())
	require.Len(t, accepted.Alarms, 1)
	require.Len(t, accepted.World.Changes, 4)
	r.options.Accept = false
	for range 2 {
		report := r.night()
		require.False(t, report.Suspect())
		require.Len(t, report.Alarms, 1)
		require.Empty(t, report.World.Changes)
	}
	r.police.Declared = 26
	require.True(t, r.night().Suspect(), "worse than what was accepted")
	r.police.Declared = 20
	require.Empty(t, r.night().Alarms)
}
