// Package cdxj writes and searches CDXJ, the index of WARC files that pywb and
// OpenWayback read: one line for each capture, sorted by bytes.
//
//	se,polisen)/om-polisen/medborgarloften/kil 20190301063000 {"url":"https://polisen.se/om-polisen/medborgarloften/kil/","mime":"text/html","status":"200","digest":"sha256:…","length":"3120","offset":"812","filename":"a.warc.gz"}
//
// The first part is the address with its host turned round ([Key]), so that
// the pages of a host stand together; the second is the time to the second.
// Lines that begin with an exclamation mark are about the index itself and
// sort before all others.
//
// A [File] is searched where it lies, by halving, so that a lookup costs some
// reads of a few kilobytes and no memory, whatever the size of the index.
package cdxj
