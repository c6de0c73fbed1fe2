// Reads WARC files with node-warc.
//
// Two things of node-warc need care. It takes lines, not Content-Length, so
// that the line break after a block is part of its content, and an empty line
// in a body ends it. And its stream calls back twice at the end, which current
// versions of node take for an error; the class below calls back once.
const { createReadStream } = require('node:fs')
const { createGunzip } = require('node:zlib')
const { WARCStreamTransform } = require('node-warc')
const { print } = require('./lines.cjs')

class Records extends WARCStreamTransform {
  _flush (done) {
    let once = done
    super._flush(error => { const call = once; once = () => {}; call(error) })
  }
}

async function main () {
  for (const file of process.argv.slice(2)) {
    const records = createReadStream(file).pipe(createGunzip()).pipe(new Records())
    for await (const r of records) {
      const response = r.warcType === 'response'
      print({
        type: r.warcType, id: r.warcRecordID, uri: r.warcTargetURI, declared: r.warcPayloadDigest,
        headers: response ? r.httpInfo.headers : {},
        body: response ? r.content.subarray(0, -2) : null
      })
    }
  }
}

main().catch(error => { console.error(error); process.exit(1) })
