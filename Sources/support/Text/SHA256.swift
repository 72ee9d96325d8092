/// The hash function SHA-256 (NIST, FIPS 180-4, sections 4.1.2, 5.1.1, 5.3.3 and 6.2.2).
///
/// It is our own because no library of it is there on every system that Moot is built on, and it is short; the tests hold it
/// against the vectors of NIST.
package struct SHA256 {
    private var state: State = (
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19
    )
    /// What does not fill a block yet.
    private var pending: [UInt8] = []
    private var length: UInt64 = 0

    private typealias State = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)
    private static let blockSize = 64

    /// 256 bits, the first of them highest.
    package struct Digest: Hashable, Sendable {
        package let words: SIMD4<UInt64>
        package var hexadecimal: String { (0..<4).map { Hexadecimal.digits(words[$0]) }.joined() }
    }

    package init() {}

    package static func digest(of bytes: some Sequence<UInt8>) -> Digest {
        var hash = SHA256()
        if bytes.withContiguousStorageIfAvailable({ hash.update($0) }) == nil { Array(bytes).withUnsafeBufferPointer { hash.update($0) } }
        return hash.digest()
    }

    package mutating func update(_ bytes: Bytes) {
        length &+= UInt64(bytes.count)
        var at = 0
        if !pending.isEmpty {
            at = min(SHA256.blockSize - pending.count, bytes.count)
            pending.append(contentsOf: bytes[..<at])
            guard pending.count == SHA256.blockSize else { return }
            pending.withUnsafeBytes { SHA256.compress(&state, $0.baseAddress!, blocks: 1) }
            pending.removeAll(keepingCapacity: true)
        }
        let blocks = (bytes.count - at) / SHA256.blockSize
        if blocks > 0 { SHA256.compress(&state, UnsafeRawPointer(bytes.baseAddress! + at), blocks: blocks) }
        pending.append(contentsOf: bytes[(at + blocks * SHA256.blockSize)...])
    }

    /// Of all that was handed over.
    package func digest() -> Digest {
        var state = state
        var end = pending
        end.append(0x80)
        while end.count % SHA256.blockSize != SHA256.blockSize - 8 { end.append(0) }
        withUnsafeBytes(of: (length &* 8).bigEndian) { end.append(contentsOf: $0) }
        end.withUnsafeBytes { SHA256.compress(&state, $0.baseAddress!, blocks: $0.count / SHA256.blockSize) }
        let join = { (high: UInt32, low: UInt32) in UInt64(high) << 32 | UInt64(low) }
        return Digest(words: SIMD4(join(state.0, state.1), join(state.2, state.3), join(state.4, state.5), join(state.6, state.7)))
    }

    @inline(__always) private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 { word &>> by | word &<< (32 - by) }

    private static func compress(_ state: inout State, _ start: UnsafeRawPointer, blocks: Int) {
        constants.withUnsafeBufferPointer { constants in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                for block in 0..<blocks { compress(&state, start + block * blockSize, constants.baseAddress!, schedule.baseAddress!) }
            }
        }
    }

    private static func compress(
        _ state: inout State, _ block: UnsafeRawPointer, _ constants: UnsafePointer<UInt32>, _ schedule: UnsafeMutablePointer<UInt32>
    ) {
        for t in 0..<16 { schedule[t] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: t &* 4, as: UInt32.self)) }
        for t in 16..<64 {
            let (early, late) = (schedule[t &- 15], schedule[t &- 2])
            let first = rotate(early, 7) ^ rotate(early, 18) ^ early &>> 3
            let second = rotate(late, 17) ^ rotate(late, 19) ^ late &>> 10
            schedule[t] = schedule[t &- 16] &+ first &+ schedule[t &- 7] &+ second
        }
        var (a, b, c, d, e, f, g, h) = state
        for t in 0..<64 {
            let chosen = g ^ e & (f ^ g)
            let first = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ chosen &+ constants[t] &+ schedule[t]
            let majority = a & b | c & (a | b)
            let second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        state = (
            state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e, state.5 &+ f, state.6 &+ g, state.7 &+ h
        )
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
}
