package sitetest

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strconv"
	"sync"

	"github.com/lofte/lofte/model"
)

// Answer is what a host says at one address. The zero status is 200, the
// empty type HTML.
type Answer struct {
	Status int
	Type   string
	Body   []byte
	Header map[string]string
	// Plain leaves out ETag and does not answer conditional requests with 304.
	Plain bool
	// Raw takes the connection over, after the request was read, and says
	// whatever it likes.
	Raw func(net.Conn, *bufio.ReadWriter)
}

// Site is one host of the model. Addresses are path and query.
type Site struct {
	Host        string
	Certificate Fault

	web   *Web
	mu    sync.Mutex
	pages map[string]Answer
}

// Set publishes an answer at an address.
func (s *Site) Set(address string, a Answer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[address] = a
}

// HTML publishes a page.
func (s *Site) HTML(address, body string) { s.Set(address, Answer{Body: []byte(body)}) }

// Redirect publishes a redirect.
func (s *Site) Redirect(address, to string, status int) {
	s.Set(address, Answer{Status: status, Header: map[string]string{"Location": to}})
}

// Remove takes an address away, so that it answers 404.
func (s *Site) Remove(address string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.pages, address)
}

// Clear takes all addresses away.
func (s *Site) Clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.pages)
}

// URL is an address of the host by https.
func (s *Site) URL(address string) string { return "https://" + s.Host + address }

func (s *Site) serve(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	a, ok := s.pages[r.URL.RequestURI()]
	s.mu.Unlock()
	switch {
	case !ok:
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprint(w, page("Sidan finns inte", "<p>Sidan du söker finns inte.</p>"))
	case a.Raw != nil:
		takeOver(w, a.Raw)
	default:
		a.write(w, r)
	}
}

func (a Answer) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	if a.Type != "" {
		h.Set("Content-Type", a.Type)
	}
	if a.Status == 0 {
		a.Status = http.StatusOK
	}
	if !a.Plain && a.Status == http.StatusOK {
		tag := strconv.Quote(model.RecordID(a.Body))
		h.Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	for name, value := range a.Header {
		h.Set(name, value)
	}
	w.WriteHeader(a.Status)
	_, _ = w.Write(a.Body) // a client that went away is its own affair
}

func takeOver(w http.ResponseWriter, say func(net.Conn, *bufio.ReadWriter)) {
	conn, buffers, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	say(conn, buffers)
	_ = buffers.Flush() // as above
}

// Says is a Raw answer of fixed bytes, after which the connection ends.
func Says(text string) Answer {
	return Answer{Raw: func(_ net.Conn, w *bufio.ReadWriter) { _, _ = w.WriteString(text) }}
}

func silent() *log.Logger { return log.New(io.Discard, "", 0) }
