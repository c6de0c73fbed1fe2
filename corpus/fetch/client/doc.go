// Package client makes one HTTP request, safely, and gives back the bytes as
// they went over the wire.
//
//	c := client.New(client.Options{UserAgent: "lofte/1.0 (+mailto:me@example.se)"})
//	x, err := c.Do(ctx, client.Request{URL: "https://polisen.se/"})
//	x.Raw      // status line, header and body as received, for the archive
//	x.Content  // the document, decompressed
//
// # Safety
//
// The name is resolved once; every address that it has must be public
// (package address), or the request is refused, and what was checked is what
// is connected to. So a name that resolves to something else the next moment
// gains nothing. The system's dialer checks the address once more when it
// connects. TLS certificates are verified. Proxies are not used. There are
// limits on the time to connect, to the end of the header, between two pieces
// of the body and in all, and on the bytes of header, message and document.
//
// A body that is shorter or longer than the header says is an error, never
// half a document.
//
// # One connection for one request
//
// A request has a connection of its own (Connection: close, HTTP/1.1), which
// makes "the bytes of the exchange" a plain fact and the limits exact. Since
// the manners towards a host put seconds between two requests, keeping
// connections open would hardly ever save one. It is also why net/http's
// Transport is not used: it hides the bytes, follows its own mind in retrying,
// and cannot limit the time between two pieces of a body.
//
// The client follows no redirect and tries nothing twice; [Redirect] says
// where an answer points to. When to ask is the business of package polite,
// what to do with the answer that of package fetch.
package client
