import Diagnostics
import Linking
import Packs

/// The rules of public meetings, checked. The proper officer decides: each finding is a warning.
public enum Rules {
    public static func check(_ linked: LinkedArchive, today: Day) -> [Diagnostic] { [] }
}
