import Linking
import Model
import Templates

/// A stretch of a line, with the page of whom it names.
struct NamePartView: Templated {
    let text: String
    let href: String?

    static let shape = Shape<NamePartView>("part of a line of names", "A stretch of a line: a person's name, or what stands beside it.", [
        .text("text", "The words, blanks included.") { $0.text },
        .optionalText("href", "The person's page, where it is a name that is known.") { $0.href },
    ])
}

/// Turns names into links from one page.
final class NameLinks: Sendable {
    let people: People
    let page: Address

    init(people: People, page: Address) {
        self.people = people
        self.page = page
    }

    func parts(_ line: String?) -> [NamePartView] {
        guard let line, !line.isEmpty else { return [] }
        return people.parts(of: line).map { NamePartView(text: $0.text, href: $0.person.map(href)) }
    }

    /// The page of whom a name means, in any spelling that is known.
    func href(of name: String) -> String? { people.position(of: name).map(href) }

    /// The page of whom a line of an attendance list means.
    func href(of attendee: Attendee) -> String? { people.position(of: attendee).map(href) }

    func href(_ person: Int) -> String { page.reference(to: people.all[person].address) }
}

extension PageBuilder {
    func names(on page: Address) -> NameLinks { NameLinks(people: linked.people, page: page) }

    /// A contact, linked to the page of whoever it names.
    func contact(_ contact: Contact?, on page: Address) -> ContactView? {
        contact.map { ContactView(contact: $0, href: $0.name.flatMap(names(on: page).href)) }
    }
}
