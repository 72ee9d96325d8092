import Text

/// Bytes as they lie in a file that a build keeps for the next: first the form they have, then a hash, by which it is told whether they are as
/// they were written.
package enum KeptFile {
    package enum Fault: Error {
        /// Another version wrote it, or it is no such file.
        case otherForm
        case damaged
    }

    private static let hashLength = 16

    /// - Parameter form: A line that names the form and its number.
    package static func bytes(_ body: [UInt8], form: String) -> [UInt8] { Array(form.utf8) + ContentHash.name(of: body).utf8 + body }

    package static func body(of bytes: [UInt8], form: String) throws(Fault) -> [UInt8] {
        guard bytes.starts(with: form.utf8) else { throw .otherForm }
        let rest = bytes.dropFirst(form.utf8.count)
        let body = Array(rest.dropFirst(hashLength))
        guard rest.prefix(hashLength).elementsEqual(ContentHash.name(of: body).utf8) else { throw .damaged }
        return body
    }
}
