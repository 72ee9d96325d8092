import Foundation
import Text

extension ExemptWords {
    /// The words of a text in small letters: runs of letters and digits.
    static func words(of text: some StringProtocol) -> [String] {
        joiningLetters(text.isPlain ? asciiWords(of: text.utf8) : plain(text).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    /// "e x e m p t" as "exempt": five letters or more, each a word of its own.
    private static func joiningLetters(_ words: [String]) -> [String] {
        guard words.count > 4, words.contains(where: { $0.utf8.count == 1 }) else { return words }
        var joined: [String] = []
        var at = 0
        while at < words.count {
            let run = words[at...].prefix { $0.utf8.count == 1 && $0.utf8.first!.isLetter }
            joined += run.count > 4 ? [run.joined()] : Array(run)
            at += run.count
            if at < words.count { joined.append(words[at]) }
            at += 1
        }
        return joined
    }

    /// A text whose blanks are all of one kind, without accents, ligatures and what cannot be seen: an editor or a PDF may
    /// have put any of these into a word.
    static func plain(_ text: some StringProtocol) -> String {
        if text.isPlain { return String(text) }
        var out = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format: continue
            case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: out.append(" ")
            default: out.append(fillers.contains(scalar) ? " " : lookAlikes[scalar] ?? scalar)
            }
        }
        return String(out)
    }

    /// Letters of Cyrillic, of Greek and others that look like those of Latin (Unicode, confusables.txt), by what they look like.
    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = [("аеорсухіјѕһԁ", "aeopcyxijshd"), ("АВЕКМНОРСТХІЅЈ", "ABEKMHOPCTXISJ"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("αινορυ", "aivopu"),
            ("ıɑɡᴀᴄᴅᴇɪʟᴍɴᴏᴘʀᴛᴜᴠ", "iagacdeilmnoprtuv")]
        let letters = pairs.flatMap { zip($0.0.unicodeScalars, $0.1.unicodeScalars) }
        return Dictionary(letters, uniquingKeysWith: { first, _ in first })
    }()

    /// Letters and signs that show nothing.
    private static let fillers: Set<Unicode.Scalar> = ["\u{115F}", "\u{1160}", "\u{2800}", "\u{3164}", "\u{FFA0}"]

    private static func asciiWords(of bytes: some Collection<UInt8>) -> [String] {
        bytes.split { !$0.isLetter && !$0.isDigit }.map { word in
            String(unsafeUninitializedCapacity: word.count) { room in
                for (at, byte) in word.enumerated() { room[at] = byte.lowercased }
                return word.count
            }
        }
    }
}

extension StringProtocol {
    /// True for a text of ASCII without signs of control, but for dashes, quotation marks, bullets and pound signs. Nearly all texts are, and
    /// to find the limits of characters and their kinds costs more than all else.
    fileprivate var isPlain: Bool { utf8.withContiguousStorageIfAvailable(\.isPlain) ?? String(self).isPlain }
}

extension Bytes {
    fileprivate var isPlain: Bool {
        var at = 0
        while at < count {
            if 0x20..<0x7F ~= self[at] {
                at += 1
            } else if self[at] == 0xC2, at + 1 < count, self[at + 1] == 0xA3 {
                at += 2
            } else if self[at] == 0xE2, at + 2 < count, self[at + 1] == 0x80, isDashOrQuote(self[at + 2]) {
                at += 3
            } else {
                return false
            }
        }
        return true
    }

    /// The last byte of – — ‘ ’ “ ” •.
    private func isDashOrQuote(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA2: true
        default: false
        }
    }
}
