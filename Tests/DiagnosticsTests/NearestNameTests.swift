import Testing

@testable import Diagnostics

@Suite("The nearest name")
struct NearestNameTests {
    let keys = ["starts", "ends", "venue", "status", "next-meeting"]

    @Test(arguments: [("start", "starts"), ("Venue", "venue"), ("vneue", "venue"), ("next-meting", "next-meeting")])
    func findsWhatWasMeant(typed: String, meant: String) {
        #expect(keys.nearest(to: typed) == meant)
    }

    @Test func saysNothingWhereNothingIsNear() {
        #expect(keys.nearest(to: "chairman") == nil)
        #expect([String]().nearest(to: "chairman") == nil)
    }

    @Test func aSwapOfTwoLettersIsOneStep() {
        #expect(editDistance(Array("stauts".utf8), Array("status".utf8)) == 1)
        #expect(editDistance(Array("".utf8), Array("abc".utf8)) == 3)
    }
}
