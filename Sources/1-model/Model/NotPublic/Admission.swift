/// What is known about whether a source may be published, before its text is looked at.
package struct ExemptionMarks: Sendable, Hashable, Encodable {
    package enum Classification: String, Sendable, CaseIterable, Encodable { case unrestricted, exempt }

    /// The source that they are of, from the root of the source tree.
    package let path: String
    /// It lies in a folder `exempt/`, or in that of a paper that is exempt.
    package var inExemptFolder: Bool
    /// What its head says.
    package var classification: Classification?
    /// An item that is exempt lists it.
    package var listedByExemptItem = false
    /// An item that is open lists it.
    package var listedByOpenItem = false

    /// What its path alone says.
    package init(of path: String) {
        self.path = path
        inExemptFolder = path.split(separator: "/").dropLast().contains("exempt")
    }

    package enum Ruling: Sendable {
        case open(Admission)
        case notPublic(NotPublic)
        case contradiction(Contradiction)
    }

    /// Two marks that disagree.
    package enum Contradiction: Sendable, Equatable {
        case unrestrictedInExemptFolder
        case unrestrictedUnderExemptItem
        case underOpenAndExemptItems
        case supplementOfExemptItem
    }

    /// Says whether the source may be published. No other function makes an `Admission`.
    package func ruling() -> Ruling {
        if classification == .unrestricted, inExemptFolder { return .contradiction(.unrestrictedInExemptFolder) }
        if classification == .unrestricted, listedByExemptItem { return .contradiction(.unrestrictedUnderExemptItem) }
        if listedByExemptItem, listedByOpenItem { return .contradiction(.underOpenAndExemptItems) }
        if inExemptFolder || classification == .exempt || listedByExemptItem { return .notPublic(NotPublic(.exempt)) }
        return .open(Admission(path))
    }
}

/// The proof that one source was looked at and may be published. Only `ExemptionMarks.ruling()` makes one, and it admits no other source.
package struct Admission: Sendable {
    private let path: String

    fileprivate init(_ path: String) { self.path = path }

    /// Whether it was given for this source.
    ///
    /// - Parameter source: From the root of the source tree, or as the user would type it, with the folder before it.
    package func admits(_ source: String) -> Bool { source == path || source.hasSuffix("/" + path) }
}
