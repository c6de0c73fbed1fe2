package main

import "runtime/debug"

// version is that of the module which the program was built from, "devel" for
// one that was built in its checkout.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}
