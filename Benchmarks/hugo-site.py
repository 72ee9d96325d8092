#!/usr/bin/env python3
"""Turns a generated site into one for Hugo: the same documents, with layouts that do comparable work.

Every page has a menu, a way up and links to its neighbours; papers have a contents list; each meeting has a page of its
whole pack; committees and the calendar list their meetings by year.
"""

import argparse
import pathlib
import re
import shutil

CONFIG = """baseURL = "https://meetings.calderbrook.example/"
title = "Calderbrook Council"
disableKinds = ["RSS", "taxonomy", "term"]
enableRobotsTXT = true
buildFuture = true
[[menus.main]]
name = "Committees"
pageRef = "/committees"
[[menus.main]]
name = "Meetings"
pageRef = "/meetings"
"""

LAYOUTS = {
    "_default/baseof.html": """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ .Title }} – {{ with .Parent }}{{ .Title }} – {{ end }}{{ site.Title }}</title>
<meta name="description" content="{{ .Title }}, {{ site.Title }}">
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<header><a href="{{ "/" | relURL }}">{{ site.Title }}</a>
<nav><ul>{{ range site.Menus.main }}<li><a href="{{ .URL }}">{{ .Name }}</a></li>{{ end }}</ul></nav>
<nav><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
</body>
</html>
""",
    "_default/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<dl>{{ with .Params.author }}<dt>Author</dt><dd>{{ . }}</dd>{{ end }}{{ with .Params.purpose }}<dt>Purpose</dt><dd>{{ . }}</dd>{{ end }}
{{ range .Params.properties }}<dt>{{ .label }}</dt><dd>{{ .value | markdownify }}</dd>{{ end }}</dl>
{{ .TableOfContents }}
{{ .Content }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
""",
    "_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ .Content }}
{{ range .Sections.GroupByDate "2006" }}<h2>{{ .Key }}</h2>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.venue }} {{ len .RegularPages }} papers</li>
{{ end }}</ul>{{ end }}{{ end }}
""",
    "_default/calendar.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range (where site.Pages "Layout" "meeting").GroupByDate "2006" }}<h2>{{ .Key }}</h2>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Parent.Title }}, {{ .Title }}</a> {{ .Params.venue }}</li>
{{ end }}</ul>{{ end }}{{ end }}
""",
    "_default/meeting.html": """{{ define "main" }}<h1>{{ .Parent.Title }}, {{ .Title }}</h1>
<dl><dt>Where</dt><dd>{{ .Params.venue }}</dd><dt>Starts</dt><dd>{{ .Params.starts }}</dd></dl>
{{ .Content }}
<ul>{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
""",
    "_default/pack.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ .Parent.Content }}
{{ range where .Parent.RegularPages "Params.kind_of_page" "paper" }}<section><h2>{{ .Title }}</h2>{{ .Content }}</section>
{{ end }}{{ end }}
""",
    "index.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range first 10 (where site.Pages "Layout" "meeting").ByDate.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<ul>{{ range (site.GetPage "/committees").Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
""",
}


def convert(source, target, keys):
    """Copies a document with some keys added to its head, and without those that mean something else to Hugo."""
    head, body = source.read_text(encoding="utf-8").split("---\n", 2)[1:]
    own = "".join(f'{key}: "{value}"\n' for key, value in keys.items())
    kept = "\n".join(line for line in head.splitlines() if not re.match(r"(kind|name|date|layout):", line))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"---\n{own}{kept}\n---\n{body}", encoding="utf-8")


def page(path, head):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("---\n" + "".join(f'{key}: "{value}"\n' for key, value in head.items()) + "---\n", encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("source", help="a folder that generate-site.py made")
    arguments.add_argument("output")
    options = arguments.parse_args()
    source, output = pathlib.Path(options.source), pathlib.Path(options.output)
    if (output / "hugo.toml").exists():
        shutil.rmtree(output)
    output.mkdir(parents=True)
    (output / "hugo.toml").write_text(CONFIG, encoding="utf-8")
    for name, text in LAYOUTS.items():
        path = output / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    content = output / "content"
    page(content / "_index.md", {"title": "Calderbrook Council"})
    page(content / "meetings/_index.md", {"title": "Meetings", "layout": "calendar"})
    page(content / "committees/_index.md", {"title": "Committees"})
    for path in sorted(source.rglob("*.md")):
        folder = content / path.parent.relative_to(source)
        text = path.read_text(encoding="utf-8")
        if path.name == "committee.md":
            name = re.search(r"^name: (.*)$", text, re.M).group(1)
            convert(path, folder / "_index.md", {"title": name})
        elif path.name == "agenda.md":
            convert(path, folder / "_index.md", {"title": folder.name, "date": folder.name, "layout": "meeting"})
            page(folder / "pack.md", {"title": "Whole pack", "date": folder.name, "layout": "pack"})
        elif path.name == "minutes.md":
            convert(path, folder / path.name, {"title": "Minutes", "date": folder.name})
        else:
            convert(path, folder / path.name, {"date": folder.name, "kind_of_page": "paper"})


if __name__ == "__main__":
    main()
