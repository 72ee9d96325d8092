/// The months as English texts write them, from January on: for recognising dates, whatever the language of the site.
package enum EnglishMonths {
    package static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    package static let shortNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]

    /// The names as bytes, for looking through texts.
    package static let bytes = names.map { Array($0.utf8) }
    private static let shortBytes = shortNames.map { Array($0.utf8) }
    private static let smallNames = names.map { $0.lowercased() }

    /// The number of the month that is so called, in whatever letters.
    package static func number(ofName name: some StringProtocol) -> Int? { smallNames.firstIndex(of: name.lowercased()).map { $0 + 1 } }

    /// The number of the month that is so called or abbreviated, with a capital at the front.
    package static func number(ofWord word: Slice<Bytes>) -> Int? {
        let isName = { (name: [UInt8]) in name.count == word.count && word.elementsEqual(name) }
        return (bytes.firstIndex(where: isName) ?? shortBytes.firstIndex(where: isName)).map { $0 + 1 }
    }

    /// The month whose name begins at some place, and how long the name is.
    package static func month(in text: Bytes, at start: Int) -> (number: Int, length: Int)? {
        for (index, name) in bytes.enumerated() where start + name.count < text.count {
            if zip(name, text[start...]).allSatisfy({ $0 == $1 }) { return (index + 1, name.count) }
        }
        return nil
    }
}

/// The days of the week, from Monday on.
package enum EnglishWeekdays {
    package static let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    package static let bytes = names.map { Array($0.utf8) }
}

/// Numbers as English texts write them.
package enum EnglishNumbers {
    /// One to twenty, in small letters.
    package static let values = Dictionary(uniqueKeysWithValues: [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ].enumerated().map { ($1, $0 + 1) })

    /// Words for none of a thing.
    package static let none: Set<String> = ["none", "nil", "zero", "nobody"]
}
