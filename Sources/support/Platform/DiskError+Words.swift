#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension DiskError: CustomStringConvertible {
    /// "cannot write _site/index.html: the disk is full".
    package var description: String { "cannot \(action) \(path): \(reason)" }

    /// True where a folder stands there already and is not empty.
    package var isOccupied: Bool { [EEXIST, ENOTEMPTY, ENOTDIR].contains(number) }

    /// True where the disk has no way to exchange two folders in one step.
    package var cannotExchange: Bool { [EINVAL, ENOSYS, EOPNOTSUPP].contains(number) }

    /// Why, in words for somebody who does not program.
    package var reason: String {
        switch number {
        case EACCES, EPERM: "permission denied"
        case ENOENT: "there is no such file or folder"
        case ENOSPC: "the disk is full"
        case EDQUOT: "your disk quota is used up"
        case EROFS: "the disk is read-only"
        case ENOTDIR: "a part of the path is a file, not a folder"
        case EISDIR: "it is a folder"
        case ENAMETOOLONG: "the name is too long"
        case ELOOP: "the links lead in a circle"
        case EMFILE, ENFILE: "too many files are open"
        case EIO: "the disk reports a fault"
        default: String(cString: strerror(number))
        }
    }
}
