"""Pages with one fault each, which the measurements must find: a check that cannot fail says nothing."""

import random
from pathlib import Path

from accessibility import speed, still, worker

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Faults – Calderbrook</title>
<link rel="icon" href="data:,">
<style>
body {{ margin: 0; font: 16px/1.6 sans-serif; color: #111; background: #fff; overflow-wrap: break-word; }}
:focus-visible {{ outline: 3px solid #111; }} nav a {{ display: inline-block; padding: 4px; }}
</style>
</head>
<body>
<a href="#main--content">Skip to main content</a>
<header><a class="site-name" href="./">Calderbrook</a> <nav aria-label="Main"><a href="meetings.html">Meetings</a></nav></header>
<main id="main--content">
<h1>Faults of a page</h1>
<p>A <a href="words.html">link within words</a> and <button>a button that does nothing</button>.</p>
{fault}
</main>
</body>
</html>
"""

WORDS = "words that stand here for as long as they must to fill more than a line of a window that is narrow"
STYLE = "<style>{}</style>"

# Where it is looked for, the rule that must be found, and what is put into the page for it.
FAULTS = [
    ("structure", "one-h1", "<h1>Another</h1>"),
    ("structure", "heading-gap", "<h2>Two</h2><h4>Four</h4>"),
    ("structure", "heading-empty", "<h2></h2>"),
    ("structure", "one-main", "<main>Another</main>"),
    ("structure", "landmark-name", "<nav><a href='a.html'>Elsewhere</a></nav>"),
    ("structure", "landmark-unique", "<nav aria-label='Main'><a href='a.html'>Elsewhere</a></nav>"),
    ("structure", "table-headers", "<table><caption>T</caption><tr><td>1</td><td>2</td></tr></table>"),
    ("structure", "table-scope", "<table><caption>T</caption><tr><th>Year</th></tr><tr><td>1</td></tr></table>"),
    ("structure", "table-name", "<table><tr><th scope='col'>Year</th></tr><tr><td>1</td></tr></table>"),
    ("structure", "table-region", "<div class='table' tabindex='0'><table><caption>T</caption><tr><th scope='col'>Year</th></tr><tr><td>1</td></tr></table></div>"),
    ("structure", "link-name", "<p><a href='b.html'><span></span></a></p>"),
    ("structure", "link-same-name", "<ul><li><a href='a.html'>Item 3</a></li><li><a href='b.html'>Item 3</a></li></ul>"),
    ("structure", "label-in-name", "<p><a href='a.html' aria-label='Something else'>Item 3</a></p>"),
    ("structure", "link-by-colour", "<p>Some words <a href='a.html' style='text-decoration: none; color: #036'>and a link</a> among them.</p>"),
    ("structure", "link-by-colour", "<p>Some words <a href='a.html' style='text-decoration: underline transparent; color: #036'>and a link</a> among them.</p>"),
    ("structure", "passage-language", "<p>Here is Ελληνικά without a word about it.</p>"),
    ("structure", "passage-language", "<p lang='fr'>Русский is not French.</p>"),
    ("structure", "passage-direction", "<p lang='ar'>العربية</p>"),
    ("structure", "autocomplete", "<p><label>Mail <input type='email' name='email'></label></p>"),
    ("structure", "image-alternative", "<p><img src='data:,' alt='chart-3.png'></p>"),
    ("structure", "image-alternative", "<p><svg width='20' height='20'><path d='M0 0h20v20z'/></svg></p>"),
    ("structure", "reduced-motion", "<p style='transition: color 1s'>Slowly</p>"),
    ("layout", "reflow", "<p style='inline-size: 400px'>Wide</p>"),
    ("layout", "reflow", "<div style='overflow-x: auto'><p style='inline-size: 400px'>Wide</p></div>"),
    ("layout", "reflow", "<div style='position: fixed; inset: 0 0 auto; block-size: 160px; background: #eee'>A bar</div>"),
    ("layout", "scroll-region", "<div style='overflow-x: auto'><table><caption>T</caption><tr><th scope='col'><div style='inline-size: 400px'>Year</div></th></tr></table></div>"),
    ("layout", "target-size", "<p style='line-height: 1; font-size: 10px'><button style='padding: 0; border: 0; font-size: 10px'>A</button><button style='padding: 0; border: 0; font-size: 10px'>B</button></p>"),
    ("layout", "text-clipped", f"<p style='block-size: 1em; overflow: hidden'>{WORDS}</p>"),
    ("layout", "text-overlap", "<p>First line of words</p><p style='margin-block-start: -2.2em'>Second line of words</p>"),
    ("layout", "current-section", "<style>ol { scroll-target-group: auto }</style><nav class='contents' aria-label='Contents'><ol><li><a href='#one'>One</a><ol><li><a href='#two'>Two</a></li></ol></li></ol></nav><h2 id='one'>One</h2><h3 id='two'>Two</h3>"),
    ("spacing", "spaced-text-clipped", "<p style='inline-size: 18ch; white-space: nowrap; overflow: hidden'>Twenty letters here</p>"),
    ("spacing", "spaced-text-overlap", "<div style='position: relative; padding-inline-start: 60px'><span style='position: absolute; inset-inline-start: 0; white-space: nowrap'>Number 3</span>and its words</div>"),
    ("spacing", "spaced-reflow", "<p style='white-space: nowrap'>Words of three hundred pixels in one line</p>"),
    ("keyboard", "focus-visible", "<p><a href='a.html' style='outline: none'>No ring</a></p>"),
    ("keyboard", "focus-visible", "<p><a href='a.html' style='outline-color: #eee'>A pale ring</a></p>"),
    ("keyboard", "focus-obscured", "<p style='position: relative'><a href='a.html'>Behind</a><span style='position: absolute; inset: -9px; background: #fff'></span></p>"),
    ("keyboard", "focus-order", "<p><a href='a.html' tabindex='2'>Before all</a></p>"),
    ("keyboard", "keyboard-reach", "<p><span role='button' onclick='1'>For the pointer</span></p>"),
    ("keyboard", "keyboard-reach", "<p id='trap'><button onfocus='this.onkeydown = event => event.preventDefault()'>A trap</button> <a href='a.html'>never reached</a></p>"),
    ("keyboard", "keyboard-opens", "<details><summary onkeydown='event.preventDefault()' onkeyup='event.preventDefault()'>Shut</summary>Inside</details>"),
    ("keyboard", "skip-link", "<script>document.querySelector('a').remove()</script>"),
    ("forced", "forced-colours", "<p><span style='display: inline-block; inline-size: 40px; block-size: 10px; background: #080'></span></p>"),
    ("forced", "forced-colours", "<ul><li><a href='a.html' aria-current='page' style='background: #ff0'>Here</a></li><li><a href='b.html'>There</a></li></ul>"),
    ("axe", "color-contrast", "<p style='color: #999'>Pale words</p>"),
    ("axe", "color-contrast", "<p style='color: #777; background: #fff; position: relative'>Pale words, <span style='position: absolute; inset: 0'></span>partly covered</p>"),
    ("axe", "html-has-lang", "<script>document.documentElement.removeAttribute('lang')</script>"),
    ("structure", "page-language", "<script>document.documentElement.removeAttribute('lang')</script>"),
    ("structure", "page-title", "<script>document.title = ''</script>"),
]
# What is found without a browser: the name of the page, what its title is, what it holds.
STILL = [
    ("title-unique", "Same – Calderbrook", "<p>One</p>"), ("title-unique", "Same – Calderbrook", "<p>Another</p>"),
    ("title-order", "Calderbrook – Faults", "<p>One</p>"), ("title-order", "Something – Calderbrook", "<p>One</p>"),
    ("Duplicate “…” name", "Faults of names – Calderbrook", "<dl><dt>A</dt><dd>1</dd><dt>A</dt><dd>2</dd></dl>"),
    ("too-heavy", "Faults of weight – Calderbrook", None),
]


def missed(work):
    """Lines about faults that were not found, and about what was found on a page without any."""
    folder = Path(work) / "faults"
    folder.mkdir()
    (folder / "none.html").write_text(PAGE.format(fault=""))
    for at, (_, _, fault) in enumerate(FAULTS):
        (folder / f"{at}.html").write_text(PAGE.format(fault=fault))
    failures = not_seen(folder)
    (folder / "still").mkdir()
    return failures + not_read(folder / "still")


def not_seen(folder):
    failures = []
    server, address = worker.serve(folder)
    with worker.browser() as browser:
        measurer = worker.Measurer(browser)
        without = measurer.measure(address + "none.html")
        failures += [f"a page without a fault: {one['rule']}: {one['what']} {one['element']}" for one in without["findings"] + without["incomplete"]]
        for at, (stage, rule, fault) in enumerate(FAULTS):
            found = {one["rule"] for one in measurer.measure(address + f"{at}.html", {stage})["findings"]}
            if rule not in found:
                failures.append(f"not found: {rule} in {fault[:120]} (found: {', '.join(sorted(found)) or 'nothing'})")
        failures += not_timed(browser, folder)
    server.shutdown()
    return failures


def not_timed(browser, folder):
    (folder / "late.html").write_text(PAGE.format(fault="<script>for (const end = Date.now() + 1200; Date.now() < end;);</script>"))
    (folder / "moving.html").write_text(PAGE.format(fault="<p id='late'>Words</p><script>new PerformanceObserver(() => late.insertAdjacentHTML('beforebegin', '<p>More</p>')).observe({ type: 'paint', buffered: true })</script>"))
    server, address = worker.serve(folder, speed.Squeezed)
    watch = speed.Stopwatch(browser)
    failures = []
    for page, rule in (("late.html", "first-paint"), ("moving.html", "layout-shift")):
        found = watch.measure(address + page)
        if rule not in {one["rule"] for one in found["findings"]}:
            failures.append(f"not found: {rule} ({found})")
    server.shutdown()
    return failures


def not_read(folder):
    for at, (_, title, content) in enumerate(STILL):
        content = content or "<p>" + random.Random(1).randbytes(120_000).hex() + "</p>"
        (folder / f"{at}.html").write_text(PAGE.format(fault=content).replace("Faults – Calderbrook", title))
    (folder / "empty.html").write_text(PAGE.format(fault="").replace("<main", "<div").replace("</main", "</div"))
    quiet = still.Still(folder)
    found = {path.name: {one["rule"] for one in quiet.measure(path.name)[0]} for path in sorted(folder.glob("*.html"))}
    for path, one in quiet.same_titles().items():
        found[path].add(one["rule"])
    expected = [(f"{at}.html", rule) for at, (rule, *_) in enumerate(STILL)] + [("empty.html", "no-words")]
    return [f"not found: {rule} in {page} (found: {found[page]})" for page, rule in expected if not any(one.startswith(rule) for one in found[page])]
