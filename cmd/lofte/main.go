// Command lofte turns published Swedish citizen promises (medborgarlöften) into
// records with evidence. See lofte --help.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
