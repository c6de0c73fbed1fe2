"""dcat.py DATASET reads dcat.jsonld and checks the properties that DCAT-AP-SE 3
demands of each class, and that what they point to is there."""
import sys

from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
MANDATORY = {
    DCAT.Catalog: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset],
    DCAT.Dataset: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint, DCAT.distribution, DCAT.theme],
    DCAT.Distribution: [DCAT.accessURL, DCTERMS.license],
    FOAF.Agent: [FOAF.name],
    VCARD.Organization: [VCARD.fn, VCARD.hasEmail],
}

graph = Graph().parse(f"{sys.argv[1]}/dcat.jsonld", format="json-ld")
for cls, properties in MANDATORY.items():
    subjects = list(graph.subjects(RDF.type, cls))
    assert subjects, f"no {cls}"
    for subject in subjects:
        assert isinstance(subject, URIRef) and str(subject).startswith("http"), subject
        for prop in properties:
            assert list(graph.objects(subject, prop)), f"{subject} lacks {prop}"
for prop in (DCAT.distribution, DCAT.dataset, DCTERMS.publisher, DCAT.contactPoint):
    for target in graph.objects(None, prop):
        assert list(graph.objects(target, RDF.type)), f"{target} of {prop} is not described"
for language in graph.objects(None, DCTERMS.title):
    assert language.language in ("sv", "en"), language
for date in graph.objects(None, DCTERMS.issued):
    assert date.datatype == XSD.date, date
print(len(graph))
