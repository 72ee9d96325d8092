import Testing
import Text

@Suite struct HashTests {
    /// NIST, "SHA Test Vectors for Hashing Byte-Oriented Messages", and FIPS 180-2, appendix B.
    @Test("SHA-256 gives the numbers of NIST", arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func vectors(_ text: String, _ expected: String) { #expect(SHA256.digest(of: text.utf8).hexadecimal == expected) }

    @Test("SHA-256 does not mind in which pieces it gets a text") func pieces() {
        let text = Array(String(repeating: "All the words of a paper. ", count: 40).utf8)
        let whole = SHA256.digest(of: text)
        for size in [1, 7, 63, 64, 65, 128, 200] {
            var hash = SHA256()
            for start in stride(from: 0, to: text.count, by: size) {
                Array(text[start..<min(start + size, text.count)]).withUnsafeBufferPointer { hash.update($0) }
            }
            #expect(hash.digest() == whole, "\(size)")
        }
    }

    private func number(_ text: String) -> Fingerprint { Array(text.utf8).withUnsafeBufferPointer { Fingerprint(of: $0) } }

    @Test("A text that was wrapped anew keeps its number", arguments: ["The board\nis able.", "  The   board\r\n\tis able.\n\n", "The board is\n\n\nable."])
    func wrapped(_ text: String) { #expect(number(text) == number("The board is able.")) }

    @Test("Words that are joined or parted make another text", arguments: ["The boardis able.", "The board is a ble.", "Theboardisable.", "The board is able"])
    func joined(_ text: String) { #expect(number(text) != number("The board is able.")) }

    @Test("The number of a text is SHA-256 of its words with one blank between them") func rule() {
        for length in [0, 1, 5, 4095, 4096, 4097, 9000] {
            let words = "A" + String(repeating: "x", count: length) + " and " + String(repeating: "word ", count: length / 3) + "end"
            let digest = SHA256.digest(of: words.utf8).hexadecimal
            #expect(number(words.replacing(" ", with: " \n\t ")).hexadecimal == digest.prefix(32), "\(length)")
        }
    }

    @Test("A word that wanders from a title to the text makes another number") func values() {
        let text = number("words")
        #expect(Fingerprint(of: ["a b", ""], [text]) != Fingerprint(of: ["a", "b"], [text]))
        #expect(Fingerprint(of: ["a"], [text, text]) != Fingerprint(of: ["a"], [text]))
        #expect(Fingerprint(of: ["a  b"], [text]) == Fingerprint(of: ["a b"], [text]))
    }

    @Test("The digits of a number are read again") func digits() {
        let some = number("words")
        #expect(some.hexadecimal.count == 32)
        #expect(Fingerprint(hexadecimal: Array(some.hexadecimal.utf8)) == some)
        for wrong in ["", "abc", some.hexadecimal.uppercased(), String(repeating: "g", count: 32), some.hexadecimal + "0"] {
            #expect(Fingerprint(hexadecimal: Array(wrong.utf8)) == nil, "\(wrong)")
        }
        #expect(Hexadecimal.digits(0x12_34) == "0000000000001234")
    }

    @Test("The former number never changes") func former() {
        #expect(Hexadecimal.digits(FormerFingerprint(of: "The board is not able to pay 1 2 instalments.").value) == Hexadecimal.digits(FormerFingerprint(of: "The board is notable to pay 12 instalments.").value))
        // Of a paper as a former record has it: the title, then its source.
        let source = "\n## Early help\n\n1.1 Words and more words.\n\n| | Open |\n|---|---|\n| **LPS** | 4 |\n"
        let number = FormerFingerprint(of: "Plan").followed(by: FormerFingerprint(of: source))
        #expect(Hexadecimal.digits(number.value) == "445e7bc5a5ebfe45")
    }
}
