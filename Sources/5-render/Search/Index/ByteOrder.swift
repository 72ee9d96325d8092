#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension ArraySlice<UInt8> {
    func isBefore(_ other: ArraySlice<UInt8>) -> Bool {
        withUnsafeBytes { own in
            other.withUnsafeBytes { other in
                let order = memcmp(own.baseAddress ?? other.baseAddress!, other.baseAddress ?? own.baseAddress!, Swift.min(own.count, other.count))
                return order != 0 ? order < 0 : own.count < other.count
            }
        }
    }
}
