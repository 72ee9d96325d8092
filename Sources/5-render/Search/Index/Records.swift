import Platform
import Formats
import Text

/// The passages of a batch as results show them, in groups.
struct Records {
    static let groupSize = 40

    /// Squeezed.
    private(set) var groups: [[UInt8]] = []
    /// The name of their folder: of all that they hold.
    private(set) var volume = ""

    private var document: SearchDocument?
    private var documents: [SearchDocument] = []
    private var passages: [(document: Int, passage: SearchPassage)] = []
    private var hash: UInt64 = 0

    mutating func begin(_ document: SearchDocument) { self.document = document }

    mutating func add(_ passage: SearchPassage, on bench: SearchWorkbench) {
        if let document {
            documents.append(document)
            self.document = nil
        }
        passages.append((documents.count - 1, passage))
        if passages.count == Records.groupSize { closeGroup(on: bench) }
    }

    mutating func finish(on bench: SearchWorkbench) {
        if !passages.isEmpty { closeGroup(on: bench) }
        volume = ContentHash.name(hash)
    }

    private mutating func closeGroup(on bench: SearchWorkbench) {
        let bytes = written()
        hash = ContentHash.value(of: bytes, seed: hash)
        groups.append(bench.deflater.deflated(bytes))
        passages.removeAll(keepingCapacity: true)
        // The next passage may belong to the same document.
        documents = documents.suffix(1)
    }

    private func written() -> [UInt8] {
        let first = passages[0].document
        var out: [UInt8] = []
        JSONWriter.object(into: &out) { json in
            json.array("documents") { json in
                for document in documents[first...] {
                    json.array { json in
                        json.value(document.title)
                        json.value(document.address)
                        json.value(document.detail)
                    }
                }
            }
            json.array("passages") { json in
                for (document, passage) in passages {
                    json.array { json in
                        json.value(document - first)
                        json.value(passage.anchor)
                        json.value(passage.headings.joined(separator: " › "))
                        json.value(utf8: passage.text)
                    }
                }
            }
        }
        return out
    }
}
