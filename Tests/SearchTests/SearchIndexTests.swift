import Foundation
import Search
import Testing

/// Texts in, files out; the files are read by the letter of their description.
@Suite struct SearchIndexTests {
    @Test(arguments: [
        ("Children's well-being", ["children", "wellb", "well"]),
        ("O’Brien", ["obrien"]),
        ("Café naïve ﬁnance", ["cafe", "naiv", "financ"]),
        ("£706K of $5 and €1,200", ["706k", "£706k", "5", "$5", "1200", "€1200"]),
        ("2017/18, 2017–18", ["201718", "2017", "18"]),
        ("s.75 and U.K. rates e.g. here", ["s75", "75", "uk", "eg", "rate", "here"]),
        ("98.46% of 4,623", ["98.46", "4623"]),
        ("26/00702/OUT", ["2600702out", "26", "00702", "out"]),
        ("LPS 25 item 25", ["lps", "25", "lps25", "item"]),
        ("tom.brailsford@example.org", ["tom", "brailsford", "exampl", "org"]),
        ("وقت 东京", ["وقت", "东京"]),
        ("end of 2017.The next", ["2017the", "2017", "next", "end"]),
        ("--- 'quoted' -dash-", ["quot", "dash"]),
        ("😀 <script>", ["script"]),
        ("No 11, no. 12, no idea", ["no", "number", "11", "12", "idea"]),
        ("Organization organisations", ["organi"]), ("judgement judgments", ["judgment"]), ("prize size seize", ["prize", "size", "seiz"]),
        ("caesarean cesarean", ["cesarean"]), ("programmes program", ["program"]),
    ])
    func textsGiveTheseWords(text: String, words: [String]) throws {
        let index = try IndexReader.index([document(text, title: "")])
        #expect(Set(index.places.keys) == Set(words))
    }

    @Test func wordsApartAreFoundAsOneWhereTheSiteHyphenatesThem() throws {
        let index = try IndexReader.index([document("A well-being board"), document("the well being of all"), document("well done being")])
        #expect(index.aliases["wellbeing"] == "wellb")
        #expect(index.places["wellb"]?.map(\.passage) == [0, 1])
    }

    @Test func aWrittenFormLeadsToItsStem() throws {
        let index = try IndexReader.index([document("Waiting times waited")])
        #expect(index.aliases == ["waiting": "wait", "waited": "wait", "times": "time"])
        #expect(index.places["wait"]?.first?.positions == [100, 102])
    }

    @Test(arguments: [("development", "developmental", "develop"), ("consider", "considerable", "consid"), ("deliver", "deliverance", "deliv")])
    func aWordThatIsAlsoTheStemOfAnotherIsFound(word: String, longer: String, stem: String) throws {
        let index = try IndexReader.index([document(word, title: ""), document(longer, title: "")])
        #expect(index.aliases == [word: stem, longer: stem])
        #expect(index.places[stem]?.map(\.passage) == [0, 1])
    }

    @Test func aMeaningStandsForItsTerm() throws {
        let index = try IndexReader.index(
            [document("Child and Adolescent Mental Health Services grew", title: "")], synonyms: [["CAMHS", "Child and Adolescent Mental Health Services"]])
        #expect(index.places["camh"]?.first?.positions == [100])
    }

    @Test func aMeaningOfThreeWordsMayComeInAnyOrder() throws {
        let index = try IndexReader.index(
            [document("not in education, employment or training", title: ""), document("training and education in employment law", title: "")],
            synonyms: [["NEET", "not in employment, education or training"]])
        #expect(index.places["neet"]?.map(\.passage) == [0])
    }

    @Test func headingsComeBeforeTheTextWithAGap() throws {
        let index = try IndexReader.index([document("beds", title: "", headings: ["Wards", "Adult wards"])])
        #expect(index.places["ward"]?.first?.positions == [0, 2])
        #expect(index.places["bed"]?.first?.positions == [103])
    }

    @Test func stopWordsAreCountedAndNotKept() throws {
        let index = try IndexReader.index([document("the state of the art", title: "")])
        #expect(index.places.keys.sorted() == ["art", "state"])
        #expect(index.places["art"]?.first?.positions == [104])
    }

    @Test func wordsStayAsTheyAreWhereNoStemmerKnowsTheLanguage() throws {
        let index = try IndexReader.index([document("cyfarfodydd the", title: "")], language: "cy")
        #expect(Set(index.places.keys) == ["cyfarfodydd", "the"])
    }

    /// However the work is cut, and wherever the runs wait, the words files are the same.
    @Test func batchesAndDisksChangeNothing() throws {
        let documents = (0..<300).map { number in
            document("Passage \(number) on budget \(number % 7)", "Roads \(number * 31 % 97) and bridges", title: "Paper \(number)")
        }
        let whole = try IndexReader.index(documents)
        var limits = SearchIndex.Limits()
        limits.batch = 700
        limits.memory = 1000
        let cut = try IndexReader.index(documents, limits: limits)
        #expect(cut.places == whole.places)
        #expect(cut.names("words") == whole.names("words"))
        #expect(cut.catalogue["documents"] as? NSDictionary == whole.catalogue["documents"] as? NSDictionary)
        #expect((cut.catalogue["volumes"] as! [Any]).count > 2)
    }

    /// A word that stands in every passage is cut, and no file is larger than it may be.
    @Test func frequentWordsAreCutIntoFiles() throws {
        let documents = (0..<30_000).map { number in
            document("Council \(number % 13 == 0 ? "council council" : "") meets \(number)", title: "")
        }
        let index = try IndexReader.index(documents)
        #expect(index.passagesOfWord["council"] == 30_000)
        #expect(index.places["council"]?.map(\.passage) == Array(0..<30_000))
        #expect(index.files.keys.contains { $0.hasPrefix("more-") })
        let sizes = index.files.filter { !$0.key.contains("catalogue") }.map(\.value.count)
        #expect(sizes.max()! <= 60 * 1024)
        #expect(index.files.count < 30_000 / 20)
    }

    @Test func theSameSiteGivesTheSameBytes() throws {
        let documents = (0..<50).map { document("Passage \($0) on roads", title: "Paper \($0)") }
        #expect(try IndexReader.index(documents).files == IndexReader.index(documents).files)
    }

    @Test func wordsThatSoundAlikeStandTogether() throws {
        let index = try IndexReader.index([document("Caesarean births by midwives in Pinderfields 12")])
        let lines = index.names("spelling").flatMap { String(decoding: index.inflated("spelling-\($0)"), as: UTF8.self).split(separator: "\n") }
        #expect(lines == ["births 1", "caesarean 1", "midwives 1", "pinderfields 1", "report 1"])
    }

    @Test func anEmptySiteHasAnEmptyIndex() throws {
        let index = try IndexReader.index([])
        #expect(index.places.isEmpty)
        #expect(index.files.count == 1)
    }

    @Test func recordsHoldWhatResultsShow() throws {
        let index = try IndexReader.index([document("First “words”", "Second", title: "A & B", headings: ["1", "1.1 <i>"])])
        let volume = (index.catalogue["volumes"] as! [Any])[0] as! String
        let group = try JSONSerialization.jsonObject(with: Data(index.inflated("records/\(volume)/0"))) as! NSDictionary
        #expect(group == [
            "documents": [["A & B", "paper/", ""]],
            "passages": [[0, "", "1 › 1.1 <i>", "First “words”"], [0, "", "1 › 1.1 <i>", "Second"]],
        ])
    }

    /// Runs without a blank, of whatever length and however joined, end somewhere.
    @Test(arguments: ["a", "1", "a-", "1-", "1/", "a.", "1.", "a'", "1,", "1,000", "ü-", "–", "a1–", "£", "£1", "\u{301}", "😀", "\u{0}"])
    func hostileTextsAreRead(piece: String) throws {
        for count in [1, 255, 256, 511, 512, 513, 3000] {
            _ = try IndexReader.index([document(String(repeating: piece, count: count)), document(String(repeating: "x", count: count) + piece)])
        }
    }

    @Test func aFullDiskIsAnError() throws {
        struct Full: Error {}
        let site = SearchSite(language: "en", kinds: [], committees: [], synonyms: [], documents: [document("words")], texts: [])
        #expect(throws: Full.self) { try SearchIndex(site, disk: .real).write(temporary: "/nowhere") { _, _ in throw Full() } }
    }
}
