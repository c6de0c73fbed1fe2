package date

import (
	"fmt"
	"time"
)

// Years outside these bounds are taken for numbers of another kind. The
// promises began in 2015; surveys and plans reach some way back and forward.
const (
	firstYear = 1990
	lastYear  = 2060
)

// day is a day of the Gregorian calendar.
type day struct{ y, m, d int }

func (d day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.y, d.m, d.d) }

func (d day) weekday() time.Weekday {
	return time.Date(d.y, time.Month(d.m), d.d, 0, 0, 0, 0, time.UTC).Weekday()
}

func (d day) before(e day) bool { return d.String() < e.String() }

// monthDays is the number of days of month m in year y.
func monthDays(y, m int) int { return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() }

func isYear(y int) bool { return y >= firstYear && y <= lastYear }

// shortYear reports whether two digits can be a year of this century.
func shortYear(y int) bool { return y >= 10 && isYear(2000+y) }

func isMonth(m int) bool { return m >= 1 && m <= 12 }

// longestMonth is how many days month m can have in any year.
func longestMonth(m int) int { return monthDays(2024, m) }
