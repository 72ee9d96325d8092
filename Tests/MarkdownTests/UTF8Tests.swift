import Markdown
import Testing

struct UTF8Tests {
    @Test(arguments: ["", "plain words of more than eight bytes", "café – “quoted” £5", "abcdefg–", "–abcdefgh😀", "e\u{301}\u{10FFFF}"])
    func takesText(_ text: String) { #expect(Array(text.utf8).withUnsafeBufferPointer { $0.isUTF8 }) }

    /// Cut short, without a beginning, too long for what it says, a half of a pair, beyond Unicode; wherever it stands.
    @Test(arguments: [[0xE2, 0x80], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xC3, 0xA9, 0xA9]] as [[UInt8]])
    func refusesWhatIsNone(_ bytes: [UInt8]) {
        for before in 0..<10 {
            for after in 0..<10 {
                let text = [UInt8](repeating: 97, count: before) + bytes + [UInt8](repeating: 98, count: after)
                #expect(!text.withUnsafeBufferPointer { $0.isUTF8 }, "\(before), \(after)")
            }
        }
    }
}
