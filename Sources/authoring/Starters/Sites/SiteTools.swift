/// What a new site has beside its sources: settings of the program, of version control and of the editor.
enum SiteTools {
    static let schemaFolder = ".schemas"

    static var files: [(path: String, text: String)] {
        [
            (".gitignore", "# Made anew by “moot build”.\n/_site\n/._site.*\n"),
            (
                ".gitattributes",
                "# Where two people have published, the lines of both are kept.\nContent/published.tsv merge=union\n* text=auto eol=lf\n"
            ),
            ("moot.yml", settings), (".vscode/tasks.json", tasks), (".vscode/settings.json", editorSettings), (".vscode/extensions.json", extensions),
            (".vscode/moot.code-snippets", Snippets.file),
        ]
    }

    private static let settings = """
        # Settings of the program on this computer. Nothing of this reaches the site.

        # The editor that the “edit” links of “moot preview” open, at the very line: vscode, vscodium, cursor, zed, idea,
        # sublime, textmate, emacs; or an address of your own, such as "myeditor://open?file={path}&line={line}".
        # Without it the preview asks VISUAL and EDITOR of the system, and takes Visual Studio Code where they say nothing.
        # editor: vscode

        """

    /// The second pattern is for what is wrong with a file as a whole.
    private static let tasks = #"""
        {
          "version": "2.0.0",
          "tasks": [
            {
              "label": "Moot: preview",
              "detail": "Shows the site, and each change as it is saved.",
              "type": "shell",
              "command": "moot preview --open",
              "isBackground": true,
              "problemMatcher": [],
              "presentation": {"panel": "dedicated", "reveal": "silent"}
            },
            {
              "label": "Moot: check",
              "detail": "Says all that is wrong, and lists it under Problems.",
              "type": "shell",
              "command": "moot check",
              "group": {"kind": "test", "isDefault": true},
              "presentation": {"panel": "shared", "clear": true},
              "problemMatcher": [
                {
                  "owner": "moot",
                  "source": "moot",
                  "fileLocation": ["relative", "${workspaceFolder}"],
                  "pattern": {
                    "regexp": "^(.+?):(\\d+):(\\d+): (error|warning): (.*) \\[([EW]\\d{3})\\]$",
                    "file": 1,
                    "line": 2,
                    "column": 3,
                    "severity": 4,
                    "message": 5,
                    "code": 6
                  }
                },
                {
                  "owner": "moot-files",
                  "source": "moot",
                  "fileLocation": ["relative", "${workspaceFolder}"],
                  "pattern": {
                    "regexp": "^([^:]+): (error|warning): (.*) \\[([EW]\\d{3})\\]$",
                    "kind": "file",
                    "file": 1,
                    "severity": 2,
                    "message": 3,
                    "code": 4
                  }
                }
              ]
            },
            {
              "label": "Moot: build",
              "detail": "Writes the site into the folder _site.",
              "type": "shell",
              "command": "moot build",
              "group": {"kind": "build", "isDefault": true},
              "presentation": {"panel": "shared", "clear": true},
              "problemMatcher": []
            }
          ]
        }

        """#

    private static var editorSettings: String {
        let schemas = Schema.all.filter(\.isFile).map { "    \"./\(schemaFolder)/\($0.fileName)\": \"\($0.file)\"" }
        return """
            {
              "files.eol": "\\n",
              "files.encoding": "utf8",
              "files.insertFinalNewline": true,
              "yaml.schemas": {
            \(schemas.joined(separator: ",\n"))
              },
              "[markdown]": {
                "editor.wordWrap": "on",
                "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "off"},
                "editor.snippetSuggestions": "top"
              },
              "search.exclude": {"_site": true},
              "files.watcherExclude": {"**/_site/**": true}
            }

            """
    }

    private static let extensions = """
        {
          "recommendations": ["redhat.vscode-yaml"]
        }

        """
}
