//go:build !race

package nightly_test

const underRace = false
