package sitetest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"sync"
	"time"
)

// Fault is what is wrong with a host's certificate.
type Fault string

// The faults of certificates.
const (
	Sound      Fault = ""
	Expired    Fault = "expired"
	NotYet     Fault = "not-yet"
	SelfSigned Fault = "self-signed"
	WrongHost  Fault = "wrong-host"
)

// authority is a certificate authority for tests.
type authority struct {
	key  *ecdsa.PrivateKey
	cert *x509.Certificate
	now  time.Time

	mu     sync.Mutex
	issued map[string]*tls.Certificate
}

func newAuthority(now time.Time) (*authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "lofte test authority"},
		NotBefore: now.AddDate(-1, 0, 0), NotAfter: now.AddDate(30, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	cert, err := x509.ParseCertificate(der)
	return &authority{key: key, cert: cert, now: now, issued: map[string]*tls.Certificate{}}, err
}

// pem is the authority's certificate.
func (a *authority) pem() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.cert.Raw})
}

// of gives the certificate of a host, made when it is first asked for.
func (a *authority) of(host string, fault Fault) (*tls.Certificate, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if c := a.issued[host+string(fault)]; c != nil {
		return c, nil
	}
	c, err := a.issue(host, fault)
	a.issued[host+string(fault)] = c
	return c, err
}

func (a *authority) issue(host string, fault Fault) (*tls.Certificate, error) {
	from, to := a.now.AddDate(-1, 0, 0), a.now.AddDate(20, 0, 0)
	switch fault {
	case Expired:
		to = a.now.AddDate(0, 0, -1)
	case NotYet:
		from = a.now.AddDate(0, 0, 1)
	case WrongHost:
		host = "other." + host
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(2), NotBefore: from, NotAfter: to,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, KeyUsage: x509.KeyUsageDigitalSignature}
	if ip := net.ParseIP(host); ip != nil {
		template.IPAddresses = []net.IP{ip}
	} else {
		template.DNSNames = []string{host}
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	parent, signer := a.cert, a.key
	if fault == SelfSigned {
		parent, signer = template, key
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, signer)
	if err != nil {
		return nil, err
	}
	return &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, nil
}
