/// What a search is to find: the documents of a site, cut into passages.
package struct SearchSite: Sendable {
    /// The language of the texts as `site.yml` gives it: `en-GB`. It chooses how words are stemmed.
    package let language: String
    /// What documents can be, in the words of the page: "Agenda item", "Minutes".
    package let kinds: [String]
    /// The committees by which results can be narrowed.
    package let committees: [(slug: String, name: String)]
    /// Phrases that mean the same: a term and its meanings, a person's names, a committee's former names.
    package let synonyms: [[String]]
    /// In the order of their days, the oldest first.
    package let documents: [SearchDocument]
    /// The texts in UTF-8 as they lie in memory, for learning how the site writes its words.
    package let texts: [[UInt8]]

    package init(
        language: String, kinds: [String], committees: [(slug: String, name: String)], synonyms: [[String]], documents: [SearchDocument],
        texts: [[UInt8]]
    ) {
        self.language = language
        self.kinds = kinds
        self.committees = committees
        self.synonyms = synonyms
        self.documents = documents
        self.texts = texts
    }
}

/// A page, or what is a document of its own on one.
package struct SearchDocument: Sendable {
    package let title: String
    /// The page's path in the site: `committees/hwb/2017-01-26/camhs/`.
    package let address: String
    /// What a result says of it beside its title: "Health and Wellbeing Board, 26 January 2017".
    package let detail: String
    /// A position in `SearchSite.kinds`.
    package let kind: Int
    /// A position in `SearchSite.committees`.
    package let committee: Int?
    /// Days since 1 January 1970; nil for what has no day.
    package let day: Int?
    /// About how many bytes of text it has, for sharing the work out.
    package let size: Int
    /// Made when they are needed, and not kept.
    package let passages: @Sendable () -> [SearchPassage]

    package init(
        title: String, address: String, detail: String, kind: Int, committee: Int?, day: Int?, size: Int,
        passages: @escaping @Sendable () -> [SearchPassage]
    ) {
        self.title = title
        self.address = address
        self.detail = detail
        self.kind = kind
        self.committee = committee
        self.day = day
        self.size = size
        self.passages = passages
    }
}

/// What one result shows: a section of a page, or a part of it where it is long.
package struct SearchPassage: Sendable {
    /// Where it stands on the page; empty for the top.
    package let anchor: String
    /// The headings that it stands under, the outermost first, its own last.
    package let headings: [String]
    /// Its words in UTF-8, with blanks between blocks and cells.
    package let text: [UInt8]
    package var isDecision = false
    /// How much it counts beside others that match as well: 1, or less for what is the same at every meeting.
    package var weight = 1.0

    package init(anchor: String, headings: [String], text: [UInt8]) {
        self.anchor = anchor
        self.headings = headings
        self.text = text
    }
}
