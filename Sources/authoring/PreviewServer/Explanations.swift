import Diagnostics

extension Explanation {
    /// Of what can be wrong with the preview itself.
    package static let preview = [
        Explanation(
            "E901", "An address is none of this machine",
            "--host says at which address of this machine the preview can be reached. Another machine's address cannot be taken.",
            "Leave --host out to see the preview on this machine alone, or give an address of this machine, such as 0.0.0.0 for all.",
            in: .command,
            wrong: "moot preview --host 203.0.113.7",
            right: "moot preview"),
        Explanation(
            "E902", "No port is free",
            "Programs on one machine tell each other apart by the number of a port. All that the preview tried are taken, perhaps by other previews.",
            "Give another with --port, or end a preview that is no longer needed.",
            in: .command,
            wrong: "moot preview --port 8000",
            right: "moot preview --port 9000"),
        Explanation(
            "E903", "A port cannot be used",
            "The computer does not let this program have it: ports below 1024 are kept for the system.",
            "Give one between 1024 and 65535 with --port, or leave --port out.",
            in: .command,
            wrong: "moot preview --port 80",
            right: "moot preview --port 8080"),
        Explanation(
            "W901", "The settings cannot be read",
            "moot.yml holds settings for whoever writes, such as the editor that the preview's edit links open.",
            "Write a line such as “editor: vscode”. Until then the edit links lead to Visual Studio Code.",
            in: .settings,
            wrong: "editor: [vscode]",
            right: "editor: vscode"),
        Explanation(
            "W902", "An editor is not known",
            "The preview's edit links open the source in an editor, and each has its own kind of address.",
            "Use the name that the message proposes, or write an address with {path} and {line}.",
            in: .settings,
            wrong: "editor: vscodde",
            right: "editor: vscode"),
        Explanation(
            "W903", "An address opens no file in an editor",
            "It must say where the path of the file goes, and begin as addresses of editors do.",
            "Write an address with {path} and {line}.",
            in: .settings,
            wrong: "editor: \"myeditor://open\"",
            right: "editor: \"myeditor://open?file={path}&line={line}\""),
    ]
}
