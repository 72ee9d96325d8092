import FlyingSocks
import Foundation

/// Finds a port that no other program has.
enum PortSearch {
    /// How many are tried.
    private static let count = 100

    /// The first free port from one on; 0 where any will do.
    static func free(from first: Int, on host: Host) throws(PreviewProblem) -> Int {
        guard (0...65535).contains(first) else { throw .portRefused(first, reason: "there is no such port") }
        if first == 0 { return 0 }
        let last = min(65535, first + count - 1)
        for port in first...last {
            switch attempt(port, on: host) {
            case 0: return port
            case EADDRINUSE: continue
            case EADDRNOTAVAIL: throw .noSuchAddress(host.given ?? host.number)
            case EACCES: throw .portRefused(port, reason: "the system keeps it for itself")
            case let number: throw .portRefused(port, reason: String(cString: strerror(number)))
            }
        }
        throw .noFreePort(first: first, last: last)
    }

    /// The system's error number; 0 for a free port.
    private static func attempt(_ port: Int, on host: Host) -> Int32 {
        do {
            let address = try host.socketAddress(port: port)
            let socket = try Socket(domain: Int32(address.family))
            defer { try? socket.close() }
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: address)
            try socket.listen()
            return 0
        } catch SocketError.failed(_, let number, _) {
            return number
        } catch {
            return EINVAL
        }
    }
}
