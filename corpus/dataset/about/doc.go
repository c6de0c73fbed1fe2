// Package about writes what stands around the tables of a dataset:
//
//	datapackage.json    Data Package v2 with the Table Schema of each table
//	dcat.jsonld         catalogue, dataset and distributions by DCAT-AP-SE 3
//	CODEBOOK.md, .html  each variable, with examples and its measured error
//	CITATION.cff        how to cite the dataset (Citation File Format 1.2.0)
//	datasette.json      titles and descriptions for Datasette
//	SHA256SUMS          digests of all other files, as sha256sum -c reads them
//
// All of it is made from package schema, from a [Profile] of the rows that were
// written, and from [About], which says who publishes what. What About leaves
// out is left out, also where a profile demands it: [About.Lacking] tells what
// a catalogue would refuse.
package about
