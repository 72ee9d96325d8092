import Formats

/// What a search must know of the whole site before it looks up a word.
struct Catalogue {
    let site: SearchSite
    let vocabulary: SiteVocabulary
    let runs: [Run]
    let files: IndexFiles

    var bytes: [UInt8] {
        var out: [UInt8] = []
        JSONWriter.object(into: &out) { json in
            json.member("format", 1)
            json.member("language", site.language)
            json.list("stop") { json in for word in StopWords.list(language: site.language) { json.value(word) } }
            json.list("kinds") { json in for kind in site.kinds { json.value(kind) } }
            json.list("committees") { json in
                for committee in site.committees {
                    json.array { json in
                        json.value(committee.slug)
                        json.value(committee.name)
                    }
                }
            }
            json.object("documents") { writeDocuments(&$0) }
            json.list("decisions") { json in writeDecisions(&json) }
            json.list("synonyms") { json in writeSynonyms(&json) }
            json.list("words") { json in write(files.words, &json) }
            json.list("spelling") { json in write(files.spelling, &json) }
            json.list("volumes") { json in
                for run in runs where run.passages > 0 {
                    json.value(run.volume)
                    json.value(run.passages)
                }
            }
        }
        return out
    }

    private func writeDocuments(_ json: inout JSONWriter) {
        json.list("passages") { json in for run in runs { run.passagesOfDocuments.forEach { json.value($0) } } }
        json.list("kind") { json in for document in site.documents { json.value(document.kind) } }
        json.list("committee") { json in for document in site.documents { json.value(document.committee.map { $0 + 1 } ?? 0) } }
        json.list("day") { json in
            var last = 0
            for document in site.documents {
                json.value((document.day ?? 0) - last)
                last = document.day ?? 0
            }
        }
    }

    private func writeDecisions(_ json: inout JSONWriter) {
        var base = 0
        var last = 0
        for run in runs {
            for decision in run.decisions {
                json.value(base + decision - last)
                last = base + decision
            }
            base += run.passages
        }
    }

    private func writeSynonyms(_ json: inout JSONWriter) {
        for group in vocabulary.synonyms {
            json.array { json in
                for phrase in group { json.array { json in for stem in phrase { json.value(utf8: stem) } } }
            }
        }
    }

    private func write(_ stretches: [IndexFiles.Stretch], _ json: inout JSONWriter) {
        for stretch in stretches {
            json.value(utf8: stretch.first)
            json.value(stretch.hash)
        }
    }
}
