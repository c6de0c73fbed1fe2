package sitetest

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"
)

// Hit is one request that a host of the model got.
type Hit struct {
	At          time.Time
	URL         string
	Status      int // that it was answered with, 0 for none
	Conditional bool
	Header      http.Header
}

// Web is the hosts of a model, served on loopback.
type Web struct {
	clock     *Clock
	authority *authority
	servers   [2]*http.Server
	listeners [2]net.Listener

	mu    sync.Mutex
	sites map[string]*Site
	ips   map[string]netip.Addr
	hits  []Hit
	busy  map[string]int
	most  map[string]int
	onHit func(Hit)
}

// NewWeb starts a web without hosts.
func NewWeb(clock *Clock) (*Web, error) {
	a, err := newAuthority(clock.Now())
	if err != nil {
		return nil, fmt.Errorf("make a test authority: %w", err)
	}
	w := &Web{clock: clock, authority: a, sites: map[string]*Site{}, ips: map[string]netip.Addr{}, busy: map[string]int{}, most: map[string]int{}}
	for i := range w.listeners {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, errors.Join(err, w.Close())
		}
		w.listeners[i] = l
		w.servers[i] = &http.Server{Handler: w, ErrorLog: silent()}
	}
	secure := tls.NewListener(w.listeners[1], &tls.Config{GetCertificate: w.certificate, NextProtos: []string{"http/1.1"}})
	go w.servers[0].Serve(w.listeners[0])
	go w.servers[1].Serve(secure)
	return w, nil
}

// Close ends the servers.
func (w *Web) Close() error {
	var err error
	for _, s := range w.servers {
		if s != nil {
			err = errors.Join(err, s.Close())
		}
	}
	return err
}

// OnHit sets a function that is called for each request before its answer.
func (w *Web) OnHit(f func(Hit)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.onHit = f
}

// Site gives the site of a host, a new and empty one at first.
func (w *Web) Site(host string) *Site {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.sites[host] == nil {
		w.sites[host] = &Site{Host: host, web: w, pages: map[string]Answer{}}
		w.ips[host] = netip.AddrFrom4([4]byte{185, 10, byte(len(w.ips) / 250), byte(1 + len(w.ips)%250)})
	}
	return w.sites[host]
}

// Network is how to reach the hosts that there are now.
func (w *Web) Network() *Network {
	w.mu.Lock()
	defer w.mu.Unlock()
	hosts := map[string]netip.Addr{}
	for h, ip := range w.ips {
		hosts[h] = ip
	}
	return &Network{Plain: w.listeners[0].Addr().String(), TLS: w.listeners[1].Addr().String(), Hosts: hosts, CA: w.authority.pem()}
}

// Hits are the requests so far, in the order in which they came.
func (w *Web) Hits() []Hit {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]Hit(nil), w.hits...)
}

// Forget forgets the requests so far.
func (w *Web) Forget() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.hits = nil
}

// MostAtOnce is the largest number of requests that a host answered at the
// same time.
func (w *Web) MostAtOnce(host string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.most[host]
}

func (w *Web) certificate(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	w.mu.Lock()
	site := w.sites[hello.ServerName]
	w.mu.Unlock()
	if site == nil {
		return nil, fmt.Errorf("no host %q in the model", hello.ServerName)
	}
	return w.authority.of(site.Host, site.Certificate)
}

// ServeHTTP answers for the host that is asked for, and keeps the record.
func (w *Web) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	host, _, _ := strings.Cut(r.Host, ":")
	hit := Hit{At: w.clock.Now(), URL: scheme + "://" + r.Host + r.URL.RequestURI(), Header: r.Header,
		Conditional: r.Header.Get("If-None-Match")+r.Header.Get("If-Modified-Since") != ""}
	site, place, hook := w.enter(host, hit)
	defer w.leave(host)
	if hook != nil {
		hook(hit)
	}
	if site == nil {
		http.Error(rw, "no such host in the model", http.StatusMisdirectedRequest)
		return
	}
	status := &statusWriter{ResponseWriter: rw}
	site.serve(status, r)
	w.mu.Lock()
	defer w.mu.Unlock()
	if place < len(w.hits) && w.hits[place].URL == hit.URL {
		w.hits[place].Status = status.status
	}
}

func (w *Web) enter(host string, hit Hit) (*Site, int, func(Hit)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.hits = append(w.hits, hit)
	w.busy[host]++
	w.most[host] = max(w.most[host], w.busy[host])
	return w.sites[host], len(w.hits) - 1, w.onHit
}

func (w *Web) leave(host string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.busy[host]--
}

// statusWriter remembers the status of an answer.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	return w.ResponseWriter.Write(p)
}

// Unwrap lets a handler take the connection over.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
