package about

import (
	"path"
	"strings"

	"github.com/lofte/lofte/corpus/dataset/format"
)

// node is an object of JSON-LD. encoding/json sorts its keys.
type node map[string]any

// IRIs of the authority tables of the European Union's publications office.
const (
	authority = "http://publications.europa.eu/resource/authority/"
	theme     = authority + "data-theme/JUST" // justice, legal system and public safety
	swedish   = authority + "language/SWE"
	english   = authority + "language/ENG"
	sweden    = authority + "country/SWE"
	public    = authority + "access-right/PUBLIC"
	digestBy  = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
)

// catalogue is the DCAT of the dataset in JSON-LD 1.1, by DCAT-AP-SE 3. IRIs
// are relative to where the file is published, if About does not say where.
func catalogue(a About, files []fileInfo) node {
	graph := []node{theCatalogue(a), theDataset(a)}
	if a.Publisher != "" {
		graph = append(graph, publisher(a))
	}
	if a.Contact != "" || a.Email != "" {
		graph = append(graph, contact(a))
	}
	for _, d := range distributions() {
		graph = append(graph, d.node(a, files))
	}
	return node{"@context": prefixes(), "@graph": graph}
}

func prefixes() node {
	return node{
		"adms":    "http://www.w3.org/ns/adms#",
		"dcat":    "http://www.w3.org/ns/dcat#",
		"dcterms": "http://purl.org/dc/terms/",
		"foaf":    "http://xmlns.com/foaf/0.1/",
		"spdx":    "http://spdx.org/rdf/terms#",
		"vcard":   "http://www.w3.org/2006/vcard/ns#",
		"xsd":     "http://www.w3.org/2001/XMLSchema#",
	}
}

func ref(iri string) node { return node{"@id": iri} }

func typed(value any, datatype string) node { return node{"@value": value, "@type": "xsd:" + datatype} }

func bilingual(sv, en string) []node {
	return []node{{"@language": "sv", "@value": sv}, {"@language": "en", "@value": en}}
}

// iri is the address of something within the folder of the dataset.
func (a About) iri(name string) string { return a.URL + name }

func theCatalogue(a About) node {
	n := node{
		"@id": a.iri("#catalog"), "@type": "dcat:Catalog",
		"dcterms:title": bilingual(titleSwedish, titleEnglish), "dcterms:description": bilingual(descriptionSwedish, descriptionEnglish),
		"dcat:dataset": ref(a.iri("#dataset")), "dcterms:language": []node{ref(swedish), ref(english)},
		"dcterms:spatial": ref(sweden),
	}
	a.describe(n)
	return n
}

func theDataset(a About) node {
	n := node{
		"@id": a.iri("#dataset"), "@type": "dcat:Dataset",
		"dcterms:title": bilingual(titleSwedish, titleEnglish), "dcterms:description": bilingual(descriptionSwedish, descriptionEnglish),
		"dcterms:identifier": "sha256:" + a.ContentHash, "dcat:version": a.Version,
		"dcat:theme": ref(theme), "dcterms:spatial": ref(sweden), "dcterms:accessRights": ref(public),
		"dcterms:language": ref(swedish),
		"dcat:keyword": []node{
			{"@language": "sv", "@value": "medborgarlöften"}, {"@language": "sv", "@value": "polisen"},
			{"@language": "en", "@value": "citizen promises"}, {"@language": "en", "@value": "police"},
		},
		"foaf:page": ref(a.iri("CODEBOOK.html")),
	}
	var all []node
	for _, d := range distributions() {
		all = append(all, ref(d.iri(a)))
	}
	n["dcat:distribution"] = all
	if a.Contact != "" || a.Email != "" {
		n["dcat:contactPoint"] = ref(a.iri("#contact"))
	}
	a.describe(n)
	return n
}

// describe adds what a catalogue and a dataset have in common.
func (a About) describe(n node) {
	if a.Publisher != "" {
		n["dcterms:publisher"] = ref(a.publisherIRI())
	}
	if a.License != "" {
		n["dcterms:license"] = ref(a.License)
	}
	if a.Date != "" {
		n["dcterms:issued"] = typed(a.Date, "date")
	}
}

func (a About) publisherIRI() string {
	if a.PublisherURI != "" {
		return a.PublisherURI
	}
	return a.iri("#publisher")
}

func publisher(a About) node {
	return node{"@id": a.publisherIRI(), "@type": "foaf:Agent", "foaf:name": a.Publisher}
}

func contact(a About) node {
	n := node{"@id": a.iri("#contact"), "@type": []string{"vcard:Organization", "vcard:Kind"}}
	if a.Contact != "" {
		n["vcard:fn"] = a.Contact
	}
	if a.Email != "" {
		n["vcard:hasEmail"] = ref("mailto:" + a.Email)
	}
	return n
}

// distribution is a form in which the tables can be had: a file, or a folder
// with a file for each table.
type distribution struct{ path, title, mediaType string }

func distributions() []distribution {
	return []distribution{
		{string(format.CSV) + "/", "CSV", "text/csv"},
		{string(format.JSONL) + "/", "JSON Lines", "application/jsonl"},
		{string(format.Parquet) + "/", "Apache Parquet", "application/vnd.apache.parquet"},
		{format.DatabaseName, "SQLite", "application/vnd.sqlite3"},
	}
}

func (d distribution) iri(a About) string {
	return a.iri("#" + strings.TrimSuffix(path.Base(d.path), path.Ext(d.path)))
}

func (d distribution) node(a About, files []fileInfo) node {
	n := node{
		"@id": d.iri(a), "@type": "dcat:Distribution",
		"dcterms:title":  bilingual("Alla tabeller som "+d.title, "All tables as "+d.title),
		"dcat:accessURL": ref(a.iri(d.path)), "dcterms:format": d.mediaType, "dcat:mediaType": ref("https://www.iana.org/assignments/media-types/" + d.mediaType),
	}
	if a.License != "" {
		n["dcterms:license"] = ref(a.License)
	}
	if a.Date != "" {
		n["dcterms:issued"] = typed(a.Date, "date")
	}
	var size int64
	for _, f := range files {
		if !strings.HasPrefix(f.path, d.path) {
			continue
		}
		size += f.bytes
		if f.path == d.path {
			n["dcat:downloadURL"] = ref(a.iri(d.path))
			n["spdx:checksum"] = node{"@type": "spdx:Checksum", "spdx:algorithm": ref(digestBy), "spdx:checksumValue": typed(f.sha256, "hexBinary")}
		}
	}
	n["dcat:byteSize"] = typed(size, "nonNegativeInteger")
	return n
}
