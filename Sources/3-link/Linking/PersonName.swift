import Foundation
import Model
import Text

/// The name by which links know a person: in small letters, joined by hyphens, without titles and accents; but a surname
/// alone keeps its title, since "Councillor Hill" and "Dr Hill" are two people.
enum PersonKey {
    private static let titles = [
        "dr": "dr", "mr": "mr", "mrs": "mrs", "ms": "ms", "miss": "miss", "cllr": "councillor", "councillor": "councillor", "prof": "professor",
        "professor": "professor", "sir": "sir", "dame": "dame", "supt": "superintendent", "superintendent": "superintendent", "rev": "reverend",
        "reverend": "reverend", "lord": "lord", "lady": "lady", "the": "the",
    ]

    /// What stands before a surname alone where minutes say who moved something.
    static let titlesInMinutes = ["Councillor", "Cllr", "Mr", "Mrs", "Ms", "Miss", "Dr", "Professor"]

    /// The titles a name opens with, in full and in small letters, and the last word of the rest.
    static func titlesAndSurname(_ name: String) -> (titles: [String], surname: String?) {
        let words = PersonName.words(name)
        let rest = words.drop { titles[$0] != nil }
        return (words.prefix(words.count - rest.count).compactMap { titles[$0] }, rest.last { !honours.contains($0) })
    }

    private static let honours: Set<String> = ["obe", "mbe", "cbe", "bem", "jp", "mp", "dl", "kc"]

    static func make(_ name: String) -> String {
        let words = PersonName.words(name)
        let kept = words.drop { titles[$0] != nil }
        let title = kept.count == 1 ? words.first.flatMap { titles[$0] } : nil
        return ([title].compactMap(\.self) + kept).joined(separator: "-")
    }

    /// The titles a name opens with, and the rest of it, as printed.
    static func split(_ name: String) -> (titles: Substring, rest: Substring) {
        var rest = name[...]
        while let blank = rest.firstIndex(of: " "), titles[PersonName.words(String(rest[..<blank])).first ?? ""] != nil {
            rest = rest[blank...].drop { $0 == " " }
        }
        return (name[..<rest.startIndex], rest)
    }
}

/// What tells the name of somebody from what else stands in lists of people.
package enum PersonName {
    /// Whether a line names one person: not "Two officers", "12 members of the public", "Vacancy" or "None".
    package static func isOne(_ name: String) -> Bool {
        let words = words(name)
        guard (2...8).contains(words.count), let first = words.first, !openings.contains(first), EnglishNumbers.values[first].map({ $0 > 12 }) ?? true else { return false }
        return !first.utf8.contains { (48...57).contains($0) } && !words.contains { groups.contains($0) }
    }

    private static let openings: Set<String> = [
        "a", "an", "all", "any", "about", "another", "approximately", "around", "no", "none", "nobody", "nil", "several", "some", "many", "various", "other", "others", "member", "representative",
        "to", "tbc", "tba",
    ]

    /// Words for several people, or for nobody.
    private static let groups: Set<String> = [
        "members", "officers", "officials", "residents", "councillors", "representatives", "observers", "pupils", "students", "staff", "press",
        "public", "journalists", "reporters", "petitioners", "questioners", "speakers", "guests", "apologies", "vacancy", "vacant",
    ]

    /// The words of a text in small letters, joined by hyphens, without accents: for addresses, and to compare names.
    package static func slug(_ text: String) -> String { Slug.make(plain(text)) }

    /// The same without accents, and with a blank for each sign that is none of a name.
    private static func plain(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
        let plain = name.replacing("’", with: "'").folding(options: .diacriticInsensitive, locale: nil).lowercased()
        return String(plain.map { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "-" ? $0 : " " })
    }

    /// The words of a name in small letters, without accents, apostrophes and other signs.
    static func words(_ name: String) -> [String] {
        let name = plain(name)
        var words: [String] = []
        var word: [UInt8] = []
        word.reserveCapacity(name.utf8.count)
        for byte in name.utf8 {
            switch byte {
            case 97...122, 48...57, 0x80...: word.append(byte)
            case UInt8(ascii: "-"): if !word.isEmpty { word.append(byte) }
            case 65...90: word.append(byte | 0x20)
            case UInt8(ascii: "'"): break
            default: flush()
            }
        }
        flush()
        return words

        func flush() {
            while word.last == UInt8(ascii: "-") { word.removeLast() }
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
    }
}

extension KnownPerson {
    /// The last word of the name, and what stands before it: an index lists people as "Pinnock, Councillor Kath".
    package var indexName: String {
        let (titles, rest) = PersonKey.split(name)
        let bracket = rest.firstIndex(of: "(") ?? rest.endIndex
        var bare = rest[..<bracket]
        while bare.last == " " { bare.removeLast() }
        let surname = bare.lastIndex(of: " ").map { bare[bare.index(after: $0)...] } ?? bare
        let before = [String(titles), String(bare[..<surname.startIndex]), String(rest[bracket...])]
            .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }.joined(separator: " ")
        return before.isEmpty ? String(surname) : "\(surname), \(before)"
    }
}

extension Attendee {
    /// Whether the line names one person, who came in some other capacity than as a member of the public.
    package var isPersonOfRecord: Bool { PersonName.isOne(name) && !isOfThePublic }

    /// Whether somebody came as a member of the public, with a question or a petition.
    package var isOfThePublic: Bool { [role, organisation].contains { $0.map(Attendee.isThePublic) ?? false } }

    private static func isThePublic(_ text: String) -> Bool {
        let words = PersonName.words(text)
        for (at, word) in words.enumerated() {
            switch word {
            case "petitioner", "questioner", "objector": return true
            case "public": if words[..<at].contains("member") || words.dropFirst(at + 1).first == "speaker" { return true }
            // "a resident of Thornsike", but not "Resident Engineer".
            case "resident": if words.count == at + 1 || ["of", "from", "in"].contains(words[at + 1]) { return true }
            default: break
            }
        }
        return false
    }
}
