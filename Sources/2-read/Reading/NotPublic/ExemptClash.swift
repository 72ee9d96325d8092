import Diagnostics
import Model

/// Items that one agenda of a meeting calls exempt, while another has them open under the same number in whatever form, or the same title.
struct ExemptClash {
    private let agendas: [[AgendaItem]]

    /// - Parameter agendas: The agenda, then its supplements.
    init(_ agendas: [Agenda]) { self.agendas = agendas.map { $0.sections.flatMap(\.items) } }

    /// Where the open ones stand.
    var places: [SourceLocation] {
        let exempt = agendas.indices.flatMap { at in agendas[at].filter { $0.exemption != nil }.map { (at, Identity($0)) } }
        if exempt.isEmpty || agendas.count < 2 { return [] }
        let openNumbers = Set(agendas[0].filter { $0.exemption == nil }.compactMap { Identity($0).number })
        return agendas.indices.flatMap { at in
            agendas[at].filter { item in
                guard item.exemption == nil else { return false }
                let own = Identity(item)
                let isNew = at > 0 && own.number.map { !openNumbers.contains($0) } ?? false
                return exempt.contains { $0.0 != at && own.isSame(as: $0.1, byTitleToo: isNew) }
            }.map(\.location)
        }
    }

    /// What two items are told to be one by.
    private struct Identity {
        let number: String?
        let words: [String]

        init(_ item: AgendaItem) {
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

        private func hasTitle(of exempt: Identity) -> Bool {
            if words.isEmpty || exempt.words.isEmpty { return false }
            if words == exempt.words { return true }
            guard exempt.words.count > 2, words.count > exempt.words.count else { return false }
            return words.indices.contains { words[$0...].starts(with: exempt.words) }
        }
    }
}
