package dataset

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteText writes a line for each table that differs, one for each variable of
// it that does, and the part of the version that moves:
//
//	commitments            ADD 3     MOD 2     DEL 0     of 41 before
//	  text                 2 rows
//	version: values
func (c Changes) WriteText(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, t := range c.Tables {
		switch {
		case t.Structure:
			fmt.Fprintf(b, "%-22s other columns\n", t.Table)
		case t.Added+t.Modified+t.Deleted > 0:
			fmt.Fprintf(b, "%-22s ADD %-5d MOD %-5d DEL %-5d of %d before\n",
				t.Table, t.Added, t.Modified, t.Deleted, t.Modified+t.Deleted+t.Same)
		}
		for _, column := range t.Columns {
			fmt.Fprintf(b, "  %-20s %d rows\n", column.Name, column.Rows)
		}
	}
	fmt.Fprintf(b, "version: %s\n", c.Part())
	return b.Flush()
}

// String is the change in a line: "MOD commitments p:c1 text "a" -> "b"".
func (c Change) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s", c.Kind, c.Table, c.Key)
	for i, column := range c.Columns {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, " %s %s -> %s", column.Name, column.Old, column.New)
	}
	return b.String()
}
