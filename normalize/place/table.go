package place

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// readTable reads an embedded CSV table whose first row names the columns,
// into one map per row. Lines that begin with "#" name the source. A table
// that is not CSV gives no rows, which the tests of each table would notice.
func readTable(data []byte) []map[string]string {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comment = '#'
	records, err := r.ReadAll()
	if err != nil || len(records) == 0 {
		return nil
	}
	head := records[0]
	rows := make([]map[string]string, 0, len(records)-1)
	for _, record := range records[1:] {
		row := make(map[string]string, len(head))
		for i, column := range head {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// splitList splits a cell that holds several values joined by "|".
func splitList(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
