package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime/debug"
)

// version is that of the module which the program was built from, "devel" for
// one that was built in its checkout.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// digestLength is how many hex digits of a digest tell two builds apart.
const digestLength = 12

// parserVersion names the program that converts. One that was built in a
// checkout may be any, and is known by its bytes.
func parserVersion() string {
	name := "lofte " + version()
	info, ok := debug.ReadBuildInfo()
	if ok && info.Main.Sum != "" {
		return name // a released module
	}
	path, err := os.Executable()
	if err != nil {
		return name
	}
	f, err := os.Open(path)
	if err != nil {
		return name
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return name
	}
	return name + " " + hex.EncodeToString(sum.Sum(nil))[:digestLength]
}
