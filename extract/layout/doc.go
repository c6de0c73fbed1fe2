// Package layout finds out what positioned text on pages says in which order.
package layout
