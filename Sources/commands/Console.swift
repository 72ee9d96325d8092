#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The terminal, or the pipe, that the program speaks to.
enum Console {
    static let isTerminal = isatty(STDOUT_FILENO) == 1
    /// Whether messages are read by a person, and not kept in a log.
    static let hasReader = isatty(STDERR_FILENO) == 1
    /// Whether somebody sits there who can answer.
    static let canAsk = isTerminal && isatty(STDIN_FILENO) == 1
    static let hasColours = isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil

    /// The folder in which the program runs.
    static var folder: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }

    /// Writes to standard output at once.
    static func write(_ text: String) { put(text, to: STDOUT_FILENO) }

    /// Writes a line to standard error.
    static func error(_ text: String) { put(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO) }

    private static func put(_ text: String, to handle: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let wrote = bytes.withUnsafeBytes { writeSome(handle, $0.baseAddress!, $0.count) }
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else { return }
            bytes = bytes.dropFirst(wrote)
        }
    }
}

private func writeSome(_ handle: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int { write(handle, bytes, count) }

func quit(_ status: Int32) -> Never { exit(status) }

/// The value of an environment variable.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// The processor time and memory of this process so far.
struct Usage {
    /// In seconds, user and system.
    let processor: Double
    /// The most memory in use at once, in bytes.
    let peakMemory: Int

    static var now: Usage {
        var usage = rusage()
        #if os(Linux)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
        getrusage(RUSAGE_SELF, &usage)
        #endif
        let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        #if os(Linux)
        let unit = 1024
        #else
        let unit = 1
        #endif
        return Usage(processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakMemory: Int(usage.ru_maxrss) * unit)
    }
}
