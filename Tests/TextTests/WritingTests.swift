import Testing
import Text

/// How words and bytes are written, found and counted.
@Suite struct WritingTests {
    @Test("Paths and addresses are escaped as RFC 3986 says", arguments: [
        ("a/b c/ä.md", "a/b%20c/%C3%A4.md"), ("plain-1._~/", "plain-1._~/"), ("50% & more?", "50%25%20%26%20more%3F"), ("", ""),
    ])
    func percent(_ text: String, _ expected: String) {
        #expect(text.percentEncoded == expected)
        #expect(PercentEncoding.decode(expected) == text)
    }

    @Test("A whole address keeps what has a meaning in it") func address() {
        #expect(PercentEncoding.address.encode("https://x.example/?q=a b$c&d#e%20") == "https://x.example/?q=a%20b%24c&d#e%20")
        #expect(PercentEncoding.decode("100%") == "100%")
        #expect(PercentEncoding.decode("%zz%4") == "%zz%4")
    }

    private func markup(_ text: String, _ signs: MarkupText.Signs = .four) -> String {
        var out: [UInt8] = []
        out.append(markup: text, signs)
        return String(decoding: out, as: UTF8.self)
    }

    @Test("Words are words in HTML and XML, wherever the signs stand") func markupText() {
        #expect(markup("a < b & \"c\" > 'd'") == "a &lt; b &amp; &quot;c&quot; &gt; 'd'")
        #expect(markup("a < b & \"c\" > 'd'", .withApostrophe) == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;")
        for at in 0..<20 {
            let text = String(repeating: "x", count: at) + "<" + String(repeating: "ß", count: 20 - at)
            #expect(markup(text) == text.replacing("<", with: "&lt;"), "\(at)")
        }
        #expect(markup("") == "")
    }

    @Test("Words are strings of JSON, wherever the signs stand") func json() {
        #expect("a \"b\" \\ c\n\t\u{1}ü".jsonString == "\"a \\\"b\\\" \\\\ c\\n\\u0009\\u0001ü\"")
        for at in 0..<20 {
            let text = String(repeating: "x", count: at) + "\\" + String(repeating: "y", count: 20 - at)
            #expect(text.jsonString == "\"" + text.replacing("\\", with: "\\\\") + "\"", "\(at)")
        }
        var script: [UInt8] = []
        Array("</script>".utf8).withUnsafeBufferPointer { JSONText.write($0, forScript: true) { script.append(contentsOf: $0) } }
        #expect(String(decoding: script, as: UTF8.self) == "\\u003c/script\\u003e")
    }

    private func bytes<Result>(_ text: String, _ body: (Bytes) -> Result) -> Result { Array(text.utf8).withUnsafeBufferPointer(body) }

    @Test("Bytes are found, and not beyond their end") func finding() {
        #expect(bytes("a,b,c") { $0.index(of: UInt8(ascii: ","), from: 2) } == 3)
        #expect(bytes("a,b,c") { $0.index(of: UInt8(ascii: ","), from: 2, to: 3) } == nil)
        #expect(bytes("") { $0.index(of: UInt8(ascii: ","), from: 0) } == nil)
        #expect(bytes("![[![") { $0.count(of: "!", then: "[") } == 2)
        #expect(bytes("a]b:") { $0.has("]", then: ":") } == false)
        #expect("an exempt item".holds("exempt") && !"exemp".holds("exempt"))
    }

    @Test("Bytes are in the order of their numbers, the shorter first") func order() {
        let words = ["", "a", "aa", "ab", "b", "ä"]
        for (at, first) in words.enumerated() {
            for (other, second) in words.enumerated() {
                #expect(Array(first.utf8)[...].precedes(Array(second.utf8)[...]) == (at < other), "\(first) \(second)")
                #expect(bytes(first) { a in bytes(second) { a.isEqual(to: $0) } } == (at == other))
            }
        }
    }

    @Test("Where lines begin, whatever ends them") func lines() {
        #expect(bytes("a\r\nb\rc\nd") { LineIndex($0, returnsEndLines: true).boundaries } == [0, 3, 5, 7, 8])
        #expect(bytes("a\r\nb\rc\nd") { LineIndex($0).starts } == [0, 3, 7])
        let index = bytes("ab\ncd\n") { LineIndex($0) }
        #expect((0...6).map { index.position(of: $0).line } == [0, 0, 0, 1, 1, 1, 2])
        #expect(index.position(of: 4).column == 1)
    }

    @Test("The first bytes that are no UTF-8") func utf8() {
        #expect(Array("Łódź and words".utf8).firstInvalidByte == nil)
        #expect((Array("abc ü ".utf8) + [0xFF] + Array("x".utf8)).firstInvalidByte == 7)
        #expect([UInt8](arrayLiteral: 0xC3).firstInvalidByte == 0)
    }

    @Test("Months and numbers as texts write them") func words() {
        #expect(EnglishMonths.number(ofName: "march") == 3)
        #expect(EnglishMonths.number(ofName: "Mar") == nil)
        #expect(["Sept", "September", "sept", "Sep"].map { word in bytes(word) { EnglishMonths.number(ofWord: $0[...]) } } == [9, 9, nil, nil])
        #expect(EnglishNumbers.values["twenty"] == 20 && EnglishNumbers.values["none"] == nil)
    }
}
