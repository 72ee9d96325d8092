"""Writes _audit/index.html, a row for each page, and _audit/results.json."""

import json
from collections import Counter, defaultdict
from html import escape
from statistics import median

CHECKS = ["axe", "axe, undecided", "valid HTML", "structure", "keyboard", "layout", "text spacing", "forced colours", "title", "weight", "without scripts", "speed", "links", "measuring"]

STYLE = """
:root { color-scheme: light dark; --line: #8a9294; --bad: #a3260b; }
@media (prefers-color-scheme: dark) { :root { --bad: #ffb199; } }
body { font: 100%/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-inline-size: 80rem; }
table { border-collapse: collapse; margin-block: 1rem; } caption { text-align: start; font-weight: 700; padding-block-end: 0.5rem; }
th, td { border: 1px solid var(--line); padding: 0.25rem 0.6rem; text-align: start; vertical-align: top; } td.number { text-align: end; font-variant-numeric: tabular-nums; }
.table { overflow-x: auto; } .table:focus-visible, summary:focus-visible { outline: 3px solid; outline-offset: 2px; } .bad { color: var(--bad); font-weight: 700; }
td { overflow-wrap: anywhere; } th[scope=row] { font-weight: 400; } summary { padding-block: 0.25rem; } code { font-size: 0.9em; }
"""


def write(folder, facts, results):
    folder.mkdir(exist_ok=True)
    (folder / "results.json").write_text(json.dumps({**facts, "totals": totals(results), "pages": results}, indent=1, ensure_ascii=False) + "\n")
    (folder / "index.html").write_text(page(facts, results))


def totals(results):
    findings = [(entry, finding) for entry in results for finding in entry["findings"]]
    rules = defaultdict(lambda: [0, set()])
    for entry, finding in findings:
        rule = rules[f"{finding['check']}: {finding['rule']}"]
        rule[0] += 1
        rule[1].add((entry["site"], entry["path"]))
    paints = [entry["paint"] for entry in results if entry.get("paint")]
    return {
        "pages": len(results), "pages with findings": sum(bool(entry["findings"]) for entry in results), "findings": len(findings),
        "by check": dict(Counter(finding["check"] for _, finding in findings)),
        "by rule": {name: {"findings": count, "pages": len(pages)} for name, (count, pages) in sorted(rules.items(), key=lambda rule: -rule[1][0])},
        "stops of the keyboard": sum(entry.get("stops", 0) for entry in results),
        "contrasts that axe left open and that were measured": sum(entry.get("settled", 0) for entry in results),
        "left open with a reason": sum(len(entry["explained"]) for entry in results),
        "heaviest page, bytes": max((entry["bytes"] for entry in results), default=0),
        "first contentful paint, worst, ms": max(paints, default=None), "first contentful paint, median, ms": round(median(paints)) if paints else None,
        "largest layout shift": max((entry.get("shift") or 0 for entry in results), default=0),
    }


def page(facts, results):
    sums = totals(results)
    parts = [f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{sums['findings']} findings on {sums['pages']} pages – Accessibility audit</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>Accessibility audit</h1>
<p>{escape(facts['tested'])}: {sums['pages']} pages, each at 1280 and 320 CSS pixels, light and dark. {escape(facts['tools'])}.</p>
<h2>Totals</h2>
"""]
    plain = [(name.capitalize(), value) for name, value in sums.items() if not isinstance(value, dict)]
    parts.append(table("All pages", ["What", "Number"], plain))
    parts.append(table("Findings by check", ["Check", "Findings"], [(name, sums["by check"].get(name, 0)) for name in CHECKS]))
    parts.append(table("Findings by rule", ["Rule", "Findings", "Pages"], [(name, rule["findings"], rule["pages"]) for name, rule in sums["by rule"].items()]))
    reasons = Counter((open_["rule"], open_["reason"]) for entry in results for open_ in entry["explained"])
    parts.append(table("Left open by axe, with a reason", ["Rule", "Reason", "Elements"], [(*key, count) for key, count in reasons.most_common()]))
    parts.append("<h2>Pages</h2>\n" + table("Every page", ["Page", "Findings", "Of what", "Keyboard stops", "Bytes", "First paint, ms"], map(row, results)))
    parts.append("</main>\n</body>\n</html>\n")
    return "".join(parts)


class Markup(str):
    """Text that is HTML already."""


def row(entry):
    count = len(entry["findings"])
    shown = Counter((finding["check"], finding["rule"]) for finding in entry["findings"])
    lines = []
    for (check, rule), number in shown.items():
        first = next(finding for finding in entry["findings"] if (finding["check"], finding["rule"]) == (check, rule))
        states = f" ({', '.join(first['states'])})" if first["states"] else ""
        lines.append(f"<li>{escape(check)}: {escape(rule)}, {number}{escape(states)}: {escape(first['what'])} <code>{escape(first['element'])}</code></li>")
    name = f"{entry['site']}: {entry['path']}"
    details = f"<details><summary>What was found: {escape(name)}</summary><ul>{''.join(lines)}</ul></details>" if lines else ""
    return (name, Markup(f'<span class="bad">{count}</span>') if count else 0, Markup(details), entry.get("stops", ""), entry["bytes"], entry.get("paint") or "")


def table(caption, heads, rows):
    rows = list(rows)
    if not rows:
        return f"<p>{escape(caption)}: none.</p>\n"
    name = caption.lower().replace(" ", "-").replace(",", "")
    cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    lines = [f'<div class="table" role="group" tabindex="0" aria-labelledby="{name}">\n<table>\n<caption id="{name}">{escape(caption)}</caption>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n']
    for first, *others in rows:
        lines.append(f'<tr><th scope="row">{escape(str(first))}</th>' + "".join(map(cell, others)) + "</tr>\n")
    return "".join(lines) + "</tbody>\n</table>\n</div>\n"


def cell(value):
    if isinstance(value, Markup):
        return f"<td>{value}</td>"
    return f'<td class="number">{value:,}</td>' if isinstance(value, int) else f"<td>{escape(str(value))}</td>"
