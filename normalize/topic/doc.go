// Package topic says what a text is about: which problem areas (brottslighet
// och otrygghet) it names, which measures (åtgärder) it describes and for whom
// they are, each as ids of a vocabulary.
//
//	topic.Topics("Polisen ska ingripa mot rattfylleri i trafiken") // rattfylleri, trafik
//	topic.Measures("Minst två trygghetsvandringar per år")         // trygghetsvandring
//	topic.Audience("Informera elever i årskurs 7")                 // unga
//
// The vocabularies are data: stems, which match at the start of a word or of a
// later part of a compound ("gatubelysning"), phrases, which match whole words,
// abbreviations, which keep their case (EST, not est), and excluded words,
// which win over the stems that they hold. All of them are looked up in one
// pass over the text.
//
// The most specific come first. A wider term that only says again what its
// narrower one has said stays out ("hastighetskontroll" is hastighet, not also
// trafik), but for umbrellas like ANDT, which stand beside their parts. What is
// too general for a sentence counts only as [AreaTopics], for the heading of a
// problem area.
//
// [TopicTerms], [MeasureTerms] and [AudienceTerms] have the labels in Swedish
// and English. The package reads single words and knows no negation: "drogfri"
// is about narcotics.
package topic
