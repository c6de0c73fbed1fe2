package schema

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The structure of this version is written down: a change of it has to come
// with another Version, or readers would not know.
func TestStructure(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(&b, "version %d\n", Version)
	for _, table := range Tables() {
		fmt.Fprintf(&b, "\n%s (%s)\n", table.Name, strings.Join(table.Key, ", "))
		for _, c := range table.Fields() {
			fmt.Fprintf(&b, "  %s %d %q %v %s\n", c.Name, c.Type, c.Pattern, c.Missing, c.Ref)
		}
	}
	const golden = "testdata/structure.golden"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o666))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), b.String(), "count Version up, and go test ./corpus/dataset/schema -update")
}

func TestDefinitions(t *testing.T) {
	names := map[string]Table{}
	for _, table := range Tables() {
		require.NotEmpty(t, table.Key, table.Name)
		require.NotEmpty(t, table.Swedish, table.Name)
		require.NotEmpty(t, table.English, table.Name)
		for _, name := range append(table.Key, table.Search...) {
			require.GreaterOrEqual(t, table.Index(name), 0, "%s.%s", table.Name, name)
		}
		names[table.Name] = table
		seen := map[string]bool{}
		for _, c := range table.Fields() {
			column(t, names, c)
			require.False(t, seen[c.Name], "%s.%s is there twice", table.Name, c.Name)
			seen[c.Name] = true
		}
	}
}

// column checks a column; it may refer to the tables before it.
func column(t *testing.T, names map[string]Table, c Column) {
	require.Regexp(t, "^[a-z][a-z0-9_]*$", c.Name)
	require.NotEmpty(t, c.Swedish, c.Name)
	require.NotEmpty(t, c.English, c.Name)
	_, err := regexp.Compile(c.Pattern)
	require.NoError(t, err)
	for _, v := range c.Values {
		require.NotEmpty(t, v.Swedish, c.Name+" "+v.Value)
		require.NotEmpty(t, v.English, c.Name+" "+v.Value)
	}
	if table, key := c.Split(); table != "" {
		require.Contains(t, names, table)
		require.Equal(t, []string{key}, names[table].Key)
	}
}

func TestSpread(t *testing.T) {
	table := Table{Name: "x", Columns: []Column{
		{Name: "id"},
		{Name: "n", Type: Integer, Missing: []Reason{NotStated, Unreadable}},
		{Name: "kind", Values: []Allowed{{Value: "a"}}, Missing: []Reason{NotStated}},
	}}
	row, err := table.Spread([]Cell{Known("1"), Lacking(Unreadable), Known("a")})
	require.NoError(t, err)
	require.Equal(t, []any{"1", nil, "unreadable", "a"}, row)
	row, err = table.Spread([]Cell{Known("1"), Known(int64(2)), Lacking(NotStated)})
	require.NoError(t, err)
	require.Equal(t, []any{"1", int64(2), nil, nil}, row)
	for _, wrong := range [][]Cell{
		{Known("1"), Known(int64(2))},
		{Lacking(NotStated), Known(int64(2)), Known("a")},
		{Known("1"), Known(2), Known("a")},
		{Known("1"), Lacking(NotApplicable), Known("a")},
		{Known("1"), Known(int64(2)), Known("b")},
	} {
		_, err := table.Spread(wrong)
		require.Error(t, err)
	}
}
