package dataset

import (
	"time"

	"github.com/lofte/lofte/corpus/dataset/schema"
)

// The cells of values that a record leaves empty where it has none.

func text(s string, why schema.Reason) schema.Cell {
	if s == "" {
		return schema.Lacking(why)
	}
	return schema.Known(s)
}

func list(items []string, why schema.Reason) schema.Cell {
	if len(items) == 0 {
		return schema.Lacking(why)
	}
	return schema.Known(items)
}

func whole(n int, why schema.Reason) schema.Cell {
	if n == 0 {
		return schema.Lacking(why)
	}
	return count(n)
}

func figure(f *float64, why schema.Reason) schema.Cell {
	if f == nil {
		return schema.Lacking(why)
	}
	return schema.Known(*f)
}

// date is a day. What is no day of the calendar was not understood.
func date(s string, why schema.Reason) schema.Cell {
	if s == "" {
		return schema.Lacking(why)
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return schema.Lacking(schema.NotParsed)
	}
	return schema.Known(s)
}

// moment is a time in UTC.
func moment(s string, why schema.Reason) schema.Cell {
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return schema.Lacking(why)
	}
	return schema.Known(at.UTC().Format(time.RFC3339))
}

// The cells of values that are always there.

func count(n int) schema.Cell                { return schema.Known(int64(n)) }
func flag(b bool) schema.Cell                { return schema.Known(b) }
func word[S ~string](s S) schema.Cell        { return schema.Known(string(s)) }
func lacking(why schema.Reason) schema.Cell  { return schema.Lacking(why) }
func only(b bool, c schema.Cell) schema.Cell { return when(b, c, schema.NotApplicable) }
func when(b bool, c schema.Cell, why schema.Reason) schema.Cell {
	if !b {
		return schema.Lacking(why)
	}
	return c
}
