import Results

extension Document {
    /// The document, handed out to one who may look into it.
    package var asked: Document {
        Asking.note(question)
        return self
    }

    package func answer(into answers: inout Answers) { answers.add(question, digest) }

    /// Of all that it says.
    package var digest: UInt64 { keptDigest.value { Digest.of(bytes: DocumentContent.bytes(of: self)) } }
}
