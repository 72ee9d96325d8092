import Diagnostics

/// What can be wrong with the preview itself.
enum PreviewProblem: Problem, Error {
    case noSuchAddress(String)
    case noFreePort(first: Int, last: Int)
    case portRefused(Int, reason: String)
    case settingsUnreadable(reason: String)
    case unknownEditor(String, nearest: String?)
    case badEditorAddress(String)

    var code: String {
        switch self {
        case .noSuchAddress: "E901"
        case .noFreePort: "E902"
        case .portRefused: "E903"
        case .settingsUnreadable: "W901"
        case .unknownEditor: "W902"
        case .badEditorAddress: "W903"
        }
    }

    var message: String {
        switch self {
        case .noSuchAddress(let host): "“\(host)” is no address of this machine"
        case .noFreePort(let first, let last): "All ports from \(first) to \(last) are taken by other programs"
        case .portRefused(let port, let reason): "Port \(port) cannot be used: \(reason)"
        case .settingsUnreadable(let reason): "The settings cannot be read: \(reason)"
        case .unknownEditor(let name, let nearest):
            "No editor named “\(name)” is known" + (nearest.map { "; do you mean “\($0)”?" } ?? "")
        case .badEditorAddress(let pattern): "“\(pattern)” is no address that opens a file in an editor"
        }
    }

    var remedy: String {
        switch self {
        case .noSuchAddress: "Leave --host out to see the preview on this machine alone, or give an address of this machine, such as 0.0.0.0 for all."
        case .noFreePort: "Give another with --port, such as --port 9000."
        case .portRefused: "Give one between 1024 and 65535 with --port, or leave --port out."
        case .settingsUnreadable: "Write a line such as “editor: vscode”. Until then the edit links lead to Visual Studio Code."
        case .unknownEditor:
            "Write one of \(Editor.names.joined(separator: ", ")), or an address with {path} and {line}. Until then the edit links lead to Visual Studio Code."
        case .badEditorAddress:
            "Write an address with {path} and {line}, such as vscode://file/{path}:{line}. Until then the edit links lead to Visual Studio Code."
        }
    }
}
