#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How many processors may be used at once.
let processorCount = Swift.max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
