import ArgumentParser
import Diagnostics
import Linking
import Platform
import Fixes

/// `moot check --fix`: shows what would be mended, and writes it once that is wanted.
struct Fixing {
    /// Whether to write without asking.
    let writes: Bool

    func run(on linked: LinkedArchive) throws {
        let mends = SourceFixes.proposals(for: linked)
        guard !mends.isEmpty else { return Console.write("There is nothing to mend.\n") }
        for mend in mends { Console.write(Diff(mend).text(hasColours: Console.isTerminal && Console.hasColours)) }
        let files = mends.count == 1 ? "1 file" : "\(mends.count) files"
        guard writes || Console.canAsk else {
            return Console.error("\(files) can be mended. Nothing was written; “moot check --fix --yes” writes it.")
        }
        guard writes || isWanted(files) else { return Console.error("Nothing was written.") }
        do {
            let written = try mends.filter { mend in
                if try mend.write() { return true }
                Console.error("\(mend.path) was changed meanwhile, and is left as it is.")
                return false
            }
            Console.error("\(written.count == 1 ? "1 file is" : "\(written.count) files are") mended.")
        } catch let error as DiskError {
            Console.error("error: \(error)")
            throw ExitCode(ExitStatus.output)
        }
    }

    private func isWanted(_ files: String) -> Bool {
        Console.write("\nWrite this to \(files)? [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
    }
}
