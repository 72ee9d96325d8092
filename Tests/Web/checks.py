"""What “moot check” writes for code hosts, against the schema of its format."""

import json
import shutil
import subprocess

from jsonschema.validators import validator_for

import sites
import tools


def run(site, work, results):
    """A copy of a site's sources, with faults, as SARIF."""
    source = work / "with-faults"
    shutil.copytree(site.source, source)
    (source / "pages" / "Größe (1).md").write_text("---\ntitle: x\n---\n")
    agenda = next(iter(sorted(source.glob("committees/*/*/agenda.md"))))
    agenda.write_text(agenda.read_text().replace("---\n", "---\nstatsu: held\n", 1))
    schema = json.loads(tools.SARIF_SCHEMA.read_text())
    failures = []
    for content in (site.source, source):
        found = subprocess.run(
            [sites.newest(), "check", "--content", content, "--format", "sarif"],
            cwd=tools.ROOT, capture_output=True, text=True)
        log = json.loads(found.stdout)
        validator = validator_for(schema)(schema)
        failures += [f"{content}: {'/'.join(map(str, error.path))}: {error.message[:200]}" for error in validator.iter_errors(log)]
        if content == source and not any(result["ruleId"] == "E117" for result in log["runs"][0]["results"]):
            failures.append("the fault that was put in is not reported")
    results.check("SARIF keeps to its schema", failures)
