/// Lists of numbers and of texts as bytes: for values that have so many members that writing them one by one would cost more than making them anew.
package enum Columns {
    package static func of(_ numbers: some Sequence<Int>) -> [UInt8] {
        let sink = ValueSink(nil)
        for number in numbers { sink.add(signed: Int64(number)) }
        return sink.bytes
    }

    package static func of(_ texts: some Sequence<String>) -> [UInt8] {
        let sink = ValueSink(nil)
        for text in texts { sink.add(text) }
        return sink.bytes
    }

    /// - Throws: Where the bytes are not those of numbers.
    package static func numbers(_ bytes: [UInt8]) throws -> [Int] {
        let source = ValueSource(bytes, nil)
        var numbers: [Int] = []
        while !source.isAtEnd { numbers.append(try source.signed()) }
        return numbers
    }

    /// - Throws: Where the bytes are not those of texts.
    package static func texts(_ bytes: [UInt8]) throws -> [String] {
        let source = ValueSource(bytes, nil)
        var texts: [String] = []
        while !source.isAtEnd { texts.append(try source.text()) }
        return texts
    }
}
