/// Something that Moot sees otherwise than an older release did, in the eyes of a site that was made with that one.
struct Novelty: Sendable {
    /// The release that brought it.
    let release: Release
    /// What is new, in one line, without a full stop.
    let title: String
    /// Of the messages that it brought, or that it lets come where none came before; empty where nothing has to be answered.
    let codes: Set<String>
    /// What the clerk of an older site does about it; where there are no codes, what changes on the site by itself.
    let answer: String

    init(_ release: Release, _ title: String, codes: Set<String> = [], _ answer: String) {
        self.release = release
        self.title = title
        self.codes = codes
        self.answer = answer
    }
}
