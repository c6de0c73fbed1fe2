package client

import (
	"bufio"
	"bytes"
	"net"
	"time"
)

// goodbye is how long a server may take to close a connection after its
// answer, before what else it could say is no longer waited for.
const goodbye = time.Second

// meter reads from a connection, keeps what it reads, and holds the limits of
// time and bytes.
type meter struct {
	conn   net.Conn
	limits Limits
	end    time.Time // for the whole
	header time.Time // for the header
	body   bool
	kept   bytes.Buffer
	err    error
}

func newMeter(conn net.Conn, l Limits) *meter {
	now := time.Now()
	m := &meter{conn: conn, limits: l, end: now.Add(l.Total), header: now.Add(l.Header)}
	_ = conn.SetWriteDeadline(m.header) // a write that it would have ended says so itself
	return m
}

// Read reads with the deadline that holds now.
func (m *meter) Read(p []byte) (int, error) {
	deadline, late := m.header, error(nil)
	limit := m.limits.HeaderBytes
	if m.body {
		deadline, late = time.Now().Add(m.limits.Idle), errStalled
		limit = m.limits.Bytes
	}
	if m.end.Before(deadline) {
		deadline, late = m.end, errTooSlow
	}
	if err := m.conn.SetReadDeadline(deadline); err != nil {
		return 0, err
	}
	n, err := m.conn.Read(p)
	m.kept.Write(p[:n])
	if isTimeout(err) && late != nil {
		err = late
	}
	if int64(m.kept.Len()) > limit {
		err = errTooLarge
	}
	m.err = err
	return n, err
}

// bodyBegins changes to the limits of the body.
func (m *meter) bodyBegins() { m.body = true }

// skip forgets what was read but for what is still in the buffer.
func (m *meter) skip(in *bufio.Reader) { m.kept.Next(m.kept.Len() - in.Buffered()) }

// taken is what was read but for what is still in the buffer.
func (m *meter) taken(in *bufio.Reader) []byte { return m.kept.Bytes()[:m.kept.Len()-in.Buffered()] }

// more reports whether the server has more to say.
func (m *meter) more(in *bufio.Reader) bool {
	if in.Buffered() > 0 {
		return true
	}
	if err := m.conn.SetReadDeadline(time.Now().Add(min(goodbye, m.limits.Idle))); err != nil {
		return false
	}
	n, _ := m.conn.Read(make([]byte, 1))
	return n > 0
}
