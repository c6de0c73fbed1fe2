package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/spf13/cobra"
)

// contactEnv names the contact where --contact does not.
const contactEnv = "LOFTE_CONTACT"

// webFlags are the flags of the commands that ask others for pages.
type webFlags struct {
	contact      string
	allowPrivate bool
	maxWait      time.Duration
}

func addWebFlags(cmd *cobra.Command) *webFlags {
	f := new(webFlags)
	flags := cmd.Flags()
	flags.StringVar(&f.contact, "contact", "", "`address` (e-mail or URL) where publishers reach you, for the User-Agent; else $"+contactEnv)
	flags.BoolVar(&f.allowPrivate, "allow-private", false, "fetch from addresses that are not of the public internet, too")
	flags.DurationVar(&f.maxWait, "max-wait", 2*time.Hour, "`time` that a host may have to be left alone before it is left for the next run")
	return f
}

// options are those of a fetch into a folder.
func (f *webFlags) options(dir string) fetch.Options {
	contact := f.contact
	if contact == "" {
		contact = os.Getenv(contactEnv)
	}
	return fetch.Options{Dir: dir, Contact: contact, Version: version(), AllowPrivate: f.allowPrivate, MaxWait: f.maxWait}
}

// unreachable makes a missing contact a matter of usage.
func unreachable(err error) error {
	if errors.Is(err, fetch.ErrNoContact) {
		return usagef("%w, with --contact or $%s", err, contactEnv)
	}
	return err
}

// isAddress reports whether an argument is the address of a page.
func isAddress(arg string) bool {
	return strings.HasPrefix(arg, "https://") || strings.HasPrefix(arg, "http://")
}

// page fetches the document at an address. One that can't be had is a source
// that says why. What is fetched is kept in the user's cache, and with it when
// each host was asked, so that the manners hold from call to call.
func (f *webFlags) page(cmd *cobra.Command, url string) (corpus.Source, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return corpus.Source{}, fmt.Errorf("find a folder to keep fetched pages in: %w", err)
	}
	doc, err := fetch.One(cmd.Context(), f.options(filepath.Join(cache, "lofte", "pages")), url)
	var failed *fetch.PageError
	switch {
	case err == nil:
		return corpus.Fetched(doc), nil
	case errors.As(err, &failed):
		return corpus.Unfetched(url, failed), nil
	}
	return corpus.Source{}, unreachable(err)
}
