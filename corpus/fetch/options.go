package fetch

import (
	"context"
	"crypto/x509"
	"errors"
	"net"
	"path/filepath"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch/client"
	"github.com/lofte/lofte/corpus/fetch/polite"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/corpus/fetch/state"
	"github.com/lofte/lofte/model"
)

// Agent is the product token of the User-Agent, which robots.txt may name.
const Agent = "lofte"

// ErrNoContact says that there is no address in the User-Agent under which
// whoever runs the fetcher can be reached.
var ErrNoContact = errors.New("no contact: give an e-mail address or a web page where publishers can reach you")

// Decision is what a document is.
type Decision struct {
	Kind           model.Kind
	Title          string
	Municipalities []string // SCB codes
}

// Decide reads a document and says what it is. mediaType is as the server
// declares it. An error means that the document could not be read; it is then
// remembered as a document of kind other with that error.
type Decide func(ctx context.Context, body []byte, mediaType, url string) (Decision, error)

// Options say what to fetch and how. Dir, Sources, Contact and Decide must be
// given; the rest may be left out.
type Options struct {
	Dir       string
	Sources   *sources.Set
	Contact   string // e-mail address or URL
	Version   string // of lofte, for the User-Agent and the archive
	Decide    Decide
	DecidedBy string // name and version of what decides

	AllowPrivate bool          // connect to addresses that are not of the public internet
	MaxWait      time.Duration // what has to wait longer is left for the next run; 2 h where 0
	Progress     func(Event)   // called for everything that happens, from one goroutine

	Limits   client.Limits
	Clock    polite.Clock
	Resolver client.Resolver
	Dial     func(ctx context.Context, network, address string) (net.Conn, error)
	Roots    *x509.CertPool
	Archive  archive.Options
	State    state.Options
	// Profile overrides the manners of hosts, for tests.
	Profile func(host string) polite.Profile
}

const maxWait = 2 * time.Hour

func (o Options) filled() Options {
	if o.Clock == nil {
		o.Clock = polite.System{}
	}
	if o.MaxWait == 0 {
		o.MaxWait = maxWait
	}
	if o.Progress == nil {
		o.Progress = func(Event) {}
	}
	if o.Profile == nil {
		o.Profile = o.Sources.Profile
	}
	if o.Archive.Now == nil {
		o.Archive.Now = o.Clock.Now
	}
	if o.Archive.Software == "" {
		o.Archive.Software = strings.TrimSpace("lofte " + o.Version)
	}
	if o.Archive.Operator == "" {
		o.Archive.Operator = o.Contact
	}
	return o
}

// UserAgent is how the client names itself: "lofte/1.2 (+mailto:me@example.se)".
func UserAgent(version, contact string) (string, error) {
	contact = strings.TrimSpace(contact)
	isMail := strings.Contains(contact, "@") && !strings.Contains(contact, "://")
	if !isMail && !strings.HasPrefix(contact, "https://") && !strings.HasPrefix(contact, "http://") || strings.ContainsAny(contact, "\r\n()") {
		return "", ErrNoContact
	}
	if isMail {
		contact = "mailto:" + strings.TrimPrefix(contact, "mailto:")
	}
	name := Agent
	if version != "" {
		name += "/" + version
	}
	return name + " (+" + contact + ")", nil
}

func (o Options) client() (*client.Client, error) {
	agent, err := UserAgent(o.Version, o.Contact)
	if err != nil {
		return nil, err
	}
	return client.New(client.Options{UserAgent: agent, AllowPrivate: o.AllowPrivate, Limits: o.Limits,
		Resolver: o.Resolver, Dial: o.Dial, Roots: o.Roots, Now: o.Clock.Now}), nil
}

func (o Options) statePath() string { return filepath.Join(o.Dir, "state.sqlite") }
