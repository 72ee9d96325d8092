"""Files of text: their lines, and what Rich Text Format hides."""

import re


def look(data, found):
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    for number, line in enumerate(text.splitlines(), 1):
        found.paragraph(f"line {number}", line)


HIDDEN = {rb"\\(?:revised|deleted)\b": "tracked changes", rb"\\\*\\annotation\b": "comments", rb"\\v(?![a-z0-9])": "hidden text"}
# Groups that are no text, as far as they hold no others.
ASIDES = re.compile(rb"\{\\(?:\*|fonttbl|colortbl|stylesheet|pict|info)[^{}]*\}")
CONTROL = re.compile(rb"\\'([0-9a-f]{2})|\\(par|line|row|cell|sect|page)\b ?|\\[a-z]+-?\d* ?|\\[^a-z]|[{}\r\n]", re.IGNORECASE)


def look_into_rich(data, found):
    for pattern, kind in HIDDEN.items():
        if count := len(re.findall(pattern, data)):
            found.add(kind, "somewhere in it", count)
    for name in re.findall(rb"\{\\(?:author|operator) ([^{}\\]*)\}", data):
        found.author(name.decode("cp1252", "replace"))
    for _ in range(10):
        data, count = ASIDES.subn(b"", data)
        if not count:
            break
    text = CONTROL.sub(lambda sign: bytes([int(sign[1], 16)]) if sign[1] else b"\n" if sign[2] else b"", data).decode("cp1252", "replace")
    for number, line in enumerate(filter(str.strip, text.splitlines()), 1):
        found.paragraph(f"paragraph {number}", line)
