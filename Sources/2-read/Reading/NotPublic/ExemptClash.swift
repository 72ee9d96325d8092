import Diagnostics
import Model

/// Items that one agenda of a meeting calls exempt, while another has them open: under the same number in whatever form, the number with a letter, the same title, or
/// with the number in the title ("Update to item 9").
struct ExemptClash {
    private let agendas: [[AgendaItem]]
    /// Where items say `Public: yes`.
    private let answered: [Set<Int>]

    /// - Parameter agendas: The agenda, then its supplements.
    init(_ agendas: [Agenda]) {
        self.agendas = agendas.map { $0.sections.flatMap(\.items) }
        answered = agendas.map(\.answeredLines)
    }

    /// Where the open ones stand.
    var places: [SourceLocation] {
        let exempt = agendas.indices.flatMap { at in agendas[at].filter { $0.exemption != nil }.map { (at, Identity($0)) } }
        if exempt.isEmpty { return [] }
        let openNumbers = Set(agendas[0].filter { $0.exemption == nil }.compactMap { Identity($0).number })
        return agendas.indices.flatMap { at in
            agendas[at].filter { item in
                guard item.exemption == nil, !answered[at].contains(item.location.line) else { return false }
                let own = Identity(item)
                let isNew = at > 0 && own.number.map { !openNumbers.contains($0) } ?? false
                return exempt.contains { $0.0 != at && own.isSame(as: $0.1, byTitleToo: isNew) || own.isPart(of: $0.1) }
            }.map(\.location)
        }
    }

    /// What two items are told to be one by.
    private struct Identity {
        let number: String?
        let words: [String]
        /// Of the items that the title names.
        let named: Set<String>

        init(_ item: AgendaItem) {
            named = ExemptStatements.numbers(in: item.title)
            if let number = item.number {
                self.number = ItemLabel.plain(number.printed) ?? number.anchor
                words = ExemptWords.words(of: item.title)
            } else {
                (number, words) = ItemLabel.split(item.title)
            }
        }

        /// - Parameter byTitleToo: Also where the numbers are others: a supplement may number an item of the agenda anew.
        func isSame(as exempt: Identity, byTitleToo: Bool) -> Bool {
            if let number, let other = exempt.number { return number == other || byTitleToo && hasTitle(of: exempt) }
            return hasTitle(of: exempt)
        }

        /// Without "the", "of" and the like.
        private var telling: [String] { ExemptWords.telling(words) }

        /// "9A. Valuation" and "Update to item 9" where 9 is exempt.
        func isPart(of exempt: Identity) -> Bool {
            guard let other = exempt.number else { return false }
            if named.contains(other) { return true }
            guard let number, number.hasPrefix(other), other.last?.isNumber ?? false else { return false }
            let rest = number.dropFirst(other.count)
            return !rest.isEmpty && rest.allSatisfy(\.isLetter)
        }

        private func hasTitle(of exempt: Identity) -> Bool {
            if words.isEmpty || exempt.words.isEmpty { return false }
            if words == exempt.words || telling == exempt.telling && telling.count > 1 { return true }
            guard exempt.words.count > 2, words.count > exempt.words.count else { return false }
            return words.indices.contains { words[$0...].starts(with: exempt.words) }
        }
    }
}
