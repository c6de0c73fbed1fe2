// Reads WARC files with warcio, which goes by Content-Length.
const { createReadStream } = require('node:fs')
const { WARCParser } = require('warcio')
const { print } = require('./lines.cjs')

async function main () {
  for (const file of process.argv.slice(2)) {
    for await (const r of new WARCParser(createReadStream(file))) {
      const body = Buffer.from(await r.readFully(false) || '')
      print({
        type: r.warcType, id: r.warcHeader('WARC-Record-ID'), uri: r.warcTargetURI,
        declared: r.warcHeader('WARC-Payload-Digest'),
        headers: r.httpHeaders ? Object.fromEntries(r.httpHeaders.headers) : {},
        body
      })
    }
  }
}

main().catch(error => { console.error(error); process.exit(1) })
