"""Checks the heads and YAML files of whole archives against the schemas that “moot schema” writes for editors."""

import json
import subprocess

import yaml
from jsonschema import Draft7Validator, FormatChecker

from sites import newest
from tools import ROOT

# Each must be refused: the kind, and what is wrong with it.
MISTAKES = [
    ("agenda", {"status": "hold"}), ("agenda", {"starts": "25:00"}), ("agenda", {"issued": "2027-02-30"}), ("agenda", {"venu": "Hall"}),
    ("agenda", {"moved": [{"date": "2027-01-01"}]}), ("agenda", {"contact": {"fone": "1"}}), ("agenda", {"attendance": ["remote"]}), ("minutes", {}),
    ("minutes", {"status": "final"}), ("minutes", {"status": "draft", "signed": "soon"}), ("paper", {}), ("paper", {"title": "P", "classification": "Exempt"}),
    ("paper", {"title": "P", "key-decision": "maybe"}), ("supplement", {"kind": "agenda"}), ("committee", {"name": "B", "members": [{"role": "Chair"}]}),
    ("committee", {"name": "B", "members": [{"name": "A", "seat": "voter"}]}), ("committee", {"name": "B", "minute-numbering": "continous"}),
    ("strategy", {"title": "S", "contents": "pages"}), ("chapter", {"number": 1}), ("page", {"title": "P", "kind": "page"}), ("site", {"name": "N"}),
    ("site", {"name": "N", "url": "n.example"}), ("site", {"name": "N", "url": "https://n.example/", "notice": {"count": "days"}}), ("glossary", [{"term": "T"}]),
    ("people", [{"name": "P", "ward": "W"}]), ("redirects", [{"to": "/a/"}]), ("moot", {"editors": "vscode"}),
]


class Loader(yaml.SafeLoader):
    """Reads dates as texts, as editors do that keep to YAML 1.2."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def run(sources, work, results):
    schemas = written(work)
    results.check(f"{len(schemas)} schemas for editors are schemas", invalid(schemas))
    for source in sources:
        failures, count = misfits(source.source, schemas)
        results.check(f"{source.name}: {count} heads and YAML files fit the schemas for editors", failures)
    folder = work / "new"
    subprocess.run([newest(), "new", "site", folder, "--name", "Testbury Town Council"], check=True, capture_output=True)
    failures, count = misfits(folder / "Content", schemas)
    results.check(f"a new site: {count} heads and YAML files fit the schemas for editors", failures + settings(folder, schemas))
    results.check(f"{len(MISTAKES)} mistakes do not", unnoticed(schemas))


def written(work):
    folder = work / "schemas"
    subprocess.run([newest(), "schema", folder], check=True, capture_output=True, cwd=ROOT)
    return {path.name.removesuffix(".schema.json"): json.loads(path.read_text()) for path in sorted(folder.iterdir())}


def invalid(schemas):
    for name, schema in schemas.items():
        try:
            Draft7Validator.check_schema(schema)
        except Exception as error:
            yield f"{name}: {error}"


def misfits(source, schemas):
    failures, count = [], 0
    for path in sorted([*source.rglob("*.md"), *source.glob("*.yml")]):
        relative = path.relative_to(source)
        text = path.read_text(encoding="utf-8-sig")
        head = text if path.suffix == ".yml" else text.split("\n---", 1)[0].removeprefix("---")
        count += 1
        for error in errors(schemas[kind(relative)], yaml.load(head, Loader)):
            failures.append(f"{relative}: {error}")
    return failures, count


def kind(path):
    parts = path.parts
    if len(parts) == 1:
        return path.stem
    if parts[0] == "pages":
        return "page"
    if parts[0] == "strategies":
        return "strategy" if path.name == "strategy.md" else "chapter"
    if len(parts) == 3:
        return "committee"
    if len(parts) == 4 and path.name in ("agenda.md", "minutes.md", "minutes.draft.md"):
        return path.name.split(".")[0]
    return "supplement" if len(parts) == 4 and path.name.startswith("supplement-") else "paper"


def errors(schema, value):
    for error in Draft7Validator(schema, format_checker=FormatChecker()).iter_errors(value):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def settings(folder, schemas):
    """What the settings of the editor name is there, and moot.yml fits."""
    named = json.loads((folder / ".vscode" / "settings.json").read_text())["yaml.schemas"]
    missing = [f"settings.json: {path}" for path in named if not (folder / path).is_file()]
    missing += [f"settings.json: {file}" for file in named.values() if not (folder / file).is_file() and file not in ("Content/redirects.yml", "Content/accessibility.yml")]
    return missing + list(errors(schemas["moot"], yaml.load((folder / "moot.yml").read_text(), Loader)))


def unnoticed(schemas):
    return [f"{name}: {value}" for name, value in MISTAKES if not list(errors(schemas[name], value))]
