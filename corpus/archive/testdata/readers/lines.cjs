// What both readers share: a line of JSON for a record, and the undoing of
// chunks.
const { createHash } = require('node:crypto')

// Undoes the chunked transfer coding, over which the payload digest is not made.
function unchunk (body) {
  const parts = []
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at)
    const size = parseInt(body.subarray(at, end).toString(), 16)
    if (!(size > 0)) return Buffer.concat(parts)
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

// Prints type, identifier, address, the payload digest that a record declares
// and, for a response, the one that its body has.
exports.print = function ({ type, id, uri, declared, headers, body }) {
  const out = { type, id, uri, declared }
  if (type === 'response') {
    for (const [name, value] of Object.entries(headers)) {
      if (name.toLowerCase() === 'transfer-encoding' && value === 'chunked') body = unchunk(body)
    }
    out.actual = 'sha256:' + createHash('sha256').update(body).digest('hex')
  }
  process.stdout.write(JSON.stringify(out) + '\n')
}
