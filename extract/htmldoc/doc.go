// Package htmldoc reads the main content of an HTML page into blocks.
package htmldoc
