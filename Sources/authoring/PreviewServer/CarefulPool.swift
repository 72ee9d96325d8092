import FlyingSocks
import Foundation
import Text

/// Sockets that send at once, and that take no line without an end.
///
/// A page goes out in two parts, and the second would otherwise wait for a word about the first. And FlyingFox gathers a line byte by byte,
/// in a time that grows with the square of its length: any website could hold the preview up with one long address.
struct CarefulPool: AsyncSocketPool {
    let pool: any AsyncSocketPool

    /// In bytes. Browsers send all cookies of a machine in one line.
    private static let lineLimit = 1 << 14
    private static let refusal = "HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

    func prepare() async throws { try await pool.prepare() }
    func run() async throws { try await pool.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        try? socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        try await pool.suspendSocket(socket, untilReadyFor: events)
        guard events.contains(.read), CarefulPool.hasEndlessLine(socket) else { return }
        _ = try? socket.write(Data(CarefulPool.refusal.utf8))
        _ = shutdown(socket.file.rawValue, Int32(SHUT_RDWR))
        throw SocketError.disconnected
    }

    /// Looks at what has come without taking it.
    private static func hasEndlessLine(_ socket: Socket) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: lineLimit) { buffer in
            let count = recv(socket.file.rawValue, buffer.baseAddress, lineLimit, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
            return count == lineLimit && !Bytes(buffer).has(0x0A)
        }
    }
}
