// Package pdfdoc reads PDF files that have a text layer.
package pdfdoc
