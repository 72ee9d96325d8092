import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A watch at work. It ends when `stop` is called, or when the value is let go.
package final class Watching: Sendable {
    private let end: @Sendable () -> Void

    package init(end: @escaping @Sendable () -> Void) { self.end = end }

    package func stop() { end() }

    deinit { end() }

    /// Runs a watch in a thread of its own.
    static func begin(_ work: @escaping @Sendable (StopSignal) -> Void) -> Watching {
        let stop = StopSignal()
        let thread = Thread { work(stop) }
        thread.name = "watch"
        thread.qualityOfService = .userInteractive
        thread.start()
        return Watching { stop.raise() }
    }
}

/// Says to a sleeping thread that it is no longer needed.
final class StopSignal: Sendable {
    /// Can be read once the signal is given.
    let handle: Int32
    private let writeEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (handle, writeEnd) = (ends[0], ends[1])
    }

    func raise() {
        var byte: UInt8 = 1
        _ = write(writeEnd, &byte, 1)
    }

    deinit {
        close(handle)
        close(writeEnd)
    }

    /// Sleeps until there is something to read, or for so many milliseconds; without a limit if they are negative.
    ///
    /// - Returns: Whether the other handle can be read; nil once the signal was given.
    func wait(for other: Int32? = nil, milliseconds: Int) -> Bool? {
        var handles = [pollfd(fd: handle, events: Int16(POLLIN), revents: 0)]
        if let other { handles.append(pollfd(fd: other, events: Int16(POLLIN), revents: 0)) }
        _ = poll(&handles, nfds_t(handles.count), Int32(clamping: milliseconds))
        if handles[0].revents != 0 { return nil }
        return handles.count > 1 && handles[1].revents != 0
    }
}

/// The machine's clock that never goes back, in milliseconds.
func monotonicMilliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
}
