/// Makes the index of a site.
public struct SearchIndex: Sendable {
    let site: SearchSite

    public init(_ site: SearchSite) { self.site = site }

    /// Writes the files of the index.
    ///
    /// - Parameters:
    ///   - temporary: A folder for what does not stay in memory; what is put there is removed again.
    ///   - write: Takes a file's bytes and its path in the site. Called from many threads at once.
    /// - Returns: The name of the catalogue, for the page: `catalogue-0123456789abcdef.bin`.
    public func write(temporary: String, to write: @Sendable ([UInt8], String) throws -> Void) throws -> String {
        "catalogue.bin"
    }
}
