/// The manual page of the program, in the language of mdoc(7), made of its help: the two cannot differ.
package struct ManualPage {
    private let help: CommandHelp
    private let date: String
    private var out = ""

    /// - Parameters:
    ///   - dump: What `--experimental-dump-help` prints.
    ///   - date: `November 21, 2026`, as mdoc has it.
    package init(dump: String, date: String) throws {
        help = try CommandHelp(dump: dump)
        self.date = date
    }

    package consuming func text() -> String {
        let name = help.commandName
        out += ".\\\" Made of the help of the program: \(name) manual\n"
        out += ".Dd \(date)\n.Dt \(name.uppercased()) 1\n.Os\n.Sh NAME\n.Nm \(name)\n.Nd \((help.abstract ?? "").withoutStop.lowercasedFirst.plain)\n"
        out += ".Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Ar options\n.Nm\n.Cm help\n.Op Ar command\n.Nm\n.Fl -version\n"
        out += ".Sh DESCRIPTION\n"
        discussion(help.discussion)
        out += ".Pp\n"
        fill("Every command explains itself with --help.")
        out += ".Sh COMMANDS\n"
        for command in help.commands { write(command, after: name) }
        ends()
        return out
    }

    // MARK: A command

    private mutating func write(_ command: CommandHelp, after path: String) {
        let name = path + " " + command.commandName
        out += ".Ss \(name)\n"
        if command.commands.isEmpty { synopsis(of: command, name) }
        fill(command.abstract ?? "")
        discussion(command.discussion)
        options(command.ownArguments)
        for child in command.commands { write(child, after: name) }
    }

    private mutating func synopsis(of command: CommandHelp, _ name: String) {
        out += ".Bd -ragged -offset indent\n.Nm \(name.split(separator: " ")[0])\n"
        for word in name.split(separator: " ").dropFirst() { out += ".Cm \(word)\n" }
        for argument in command.ownArguments where argument.kind == "positional" {
            let value = "Ar " + (argument.valueName ?? "value") + (argument.isRepeating ? " ..." : "")
            out += argument.isOptional ? ".Op \(value)\n" : ".\(value)\n"
        }
        if command.ownArguments.contains(where: { $0.kind != "positional" }) { out += ".Op Ar options\n" }
        out += ".Ed\n.Pp\n"
    }

    private mutating func options(_ arguments: [CommandHelp.Argument]) {
        guard !arguments.isEmpty else { return }
        out += ".Bl -tag -width Ds\n"
        for argument in arguments {
            let names = (argument.names ?? []).map { "Fl " + ($0.kind == "long" ? "-" : "") + $0.name }
            let value = argument.kind == "flag" ? nil : "Ar " + (argument.valueName ?? "value")
            let tag = names.isEmpty ? [value ?? ""] : [names.joined(separator: " , ")] + (value.map { [$0] } ?? [])
            out += ".It \(tag.joined(separator: " "))\n"
            let standard = argument.kind == "flag" ? nil : argument.defaultValue.map { "The default is \($0)." }
            fill([argument.abstract, standard].compactMap(\.self).joined(separator: " "))
        }
        out += ".El\n"
    }

    // MARK: What is the same for all

    private mutating func ends() {
        out += """
            .Sh ENVIRONMENT
            .Bl -tag -width Ds
            .It Ev SOURCE_DATE_EPOCH
            The time that is taken for now, in seconds since 1970.
            It is for builds that can be repeated.
            .It Ev NO_COLOR
            Where it is set, messages have no colours.
            .It Ev VISUAL , EDITOR
            The editor that the preview opens, where
            .Pa moot.yml
            names none.
            .El
            .Sh FILES
            .Bl -tag -width Ds
            .It Pa Content/
            The sources.
            .It Pa Templates/ , Public/
            How pages look.
            Without them a site is made with what the program carries.
            .It Pa moot.yml
            Settings of the program.
            .It Pa _site/
            The site.
            .El
            .Sh EXIT STATUS
            .Bl -tag -width Ds
            .It 0
            Nothing is wrong; there may be warnings.
            .It 1
            The sources, the templates or the static files have errors.
            .It 2
            The command was not understood, or what it names is not there.
            .It 3
            Something could not be written.
            .El

            """
    }

    // MARK: Text

    private mutating func discussion(_ text: String?) {
        for part in Discussion(text ?? "").parts {
            switch part {
            case .paragraph(let text):
                // The first paragraph of a section needs no mark before it.
                if !out.hasSuffix(".Sh DESCRIPTION\n") { out += ".Pp\n" }
                fill(text)
            // What is the same for all stands at the end.
            case .lines(_, heading: "EXIT STATUS"): continue
            case .lines(let lines, let heading):
                if let heading { out += ".Pp\n\(heading.capitalisedFirst.plain):\n" }
                out += ".Bd -literal -offset indent\n" + lines.map { $0.plain + "\n" }.joined() + ".Ed\n"
            }
        }
    }

    /// In lines of moderate length; a sentence begins a new one.
    private mutating func fill(_ text: String) {
        var line = ""
        func end() -> String { line.isEmpty ? "" : line.plain + "\n" }
        for word in text.split(separator: " ") {
            if line.count + word.count > 66 {
                out += end()
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
            if let last = word.last(where: { !"”)\"".contains($0) }), ".?!".contains(last) {
                out += end()
                line = ""
            }
        }
        out += end()
    }
}

extension String {
    /// As text that means nothing to the formatter.
    fileprivate var plain: String {
        var text = replacing("\\", with: "\\e")
        for (sign, escape) in [("“", "\\(lq"), ("”", "\\(rq"), ("’", "\\(cq"), ("–", "\\(en"), ("—", "\\(em"), ("…", "\\&..."), ("→", "\\(->")] {
            text = text.replacing(sign, with: escape)
        }
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }

    fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
