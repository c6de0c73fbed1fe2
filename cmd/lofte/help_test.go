package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"jobs", "jobs", 0}, {"jbos", "jobs", 2}, {"job", "jobs", 1}, {"JOBS", "jobs", 0},
		{"", "jobs", 4}, {"format", "", 6}, {"output", "quiet", 4},
	} {
		require.Equal(t, c.want, distance(c.a, c.b), "%q %q", c.a, c.b)
	}
}
