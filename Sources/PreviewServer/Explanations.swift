import Diagnostics

extension Explanation {
<<<<<<< HEAD
    /// Of the preview itself.
    public static let preview = [
        Explanation(
            "E901", "The preview cannot be served at this address",
            "What follows --host must be an address or a name of the machine on which the preview is started, since it is there that browsers ask for it.",
            "Leave --host out to see the preview on this machine alone. To show it to others, give one of the machine's own addresses, or 0.0.0.0 for all of them.",
            in: .command,
            wrong: "moot preview --host meetings.example.gov.uk", right: "moot preview --host 0.0.0.0"),
        Explanation(
            "E902", "No port is free",
            "Programs on one machine tell their visitors apart by numbers, the ports. The preview takes 8000, or the first of the hundred after it that no other program has; all of these are taken.",
            "End other previews that you no longer need, or give another number.",
            in: .command,
            wrong: "moot preview", right: "moot preview --port 9000"),
        Explanation(
            "E903", "The port cannot be used",
            "The system keeps the numbers below 1024 for itself, and there is none above 65535.",
            "Give a number between 1024 and 65535, or leave --port out.",
            in: .command,
            wrong: "moot preview --port 80", right: "moot preview --port 8000"),
        Explanation(
            "W904", "The settings cannot be read",
            "The file moot.yml in the folder in which you work holds settings for you alone. It has lines of a name, a colon and a value; the site does not depend on it.",
            "Write one name and one value a line, or remove the file.",
            in: .files,
            wrong: "== moot.yml\neditor: [vscode, zed]", right: "== moot.yml\neditor: vscode"),
        Explanation(
            "W905", "The editor is not known",
            "The links “Edit” of the preview open a line in your editor, and every editor has addresses of its own for that. Some are known by name.",
            "Write a name that is known, or the address that your editor's manual gives, with {path} and {line} in it.",
            in: .files,
            wrong: "== moot.yml\neditor: vscod", right: "== moot.yml\neditor: vscode"),
        Explanation(
            "W906", "This address opens no file",
            "An address for an editor must say where the path of the file goes, with {path}, and begin with the name of the editor's kind of address. Addresses that run a script are not taken.",
            "Write {path} where the path belongs and {line} where the number of the line does.",
            in: .files,
            wrong: "== moot.yml\neditor: \"myeditor://open\"", right: "== moot.yml\neditor: \"myeditor://open?file={path}&line={line}\""),
=======
    /// Of what can be wrong with the preview itself.
    public static let preview = [
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
>>>>>>> main
    ]
}
