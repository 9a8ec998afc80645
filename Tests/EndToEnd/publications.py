"""Reads what `ladmp export` writes with libraries that are not ladmp's; prints what it found as JSON.

usage: publications.py sqlite FILE FOLDER   (the database, and the CSV files of the same tables)
       publications.py html FILE
"""

import csv
import json
import pathlib
import re
import sqlite3
import sys


def as_text(value):
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def read_sqlite(file, folder):
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    database.execute("PRAGMA foreign_keys = ON")
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    names = [
        name
        for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    assert sorted(f"{name}.csv" for name in names) == sorted(
        path.name for path in pathlib.Path(folder).iterdir()
    )
    tables, keyless, linked = {}, [], 0
    for name in names:
        columns = database.execute(f"PRAGMA table_info({name})").fetchall()
        if not any(column[5] for column in columns):
            keyless.append(name)
        linked += len(database.execute(f"PRAGMA foreign_key_list({name})").fetchall())
        rows = database.execute(f"SELECT * FROM {name}").fetchall()
        with open(f"{folder}/{name}.csv", newline="", encoding="utf-8") as values:
            head, *others = csv.reader(values, strict=True)
        assert head == [column[1] for column in columns], name
        assert sorted(others) == sorted([as_text(value) for value in row] for row in rows), name
        tables[name] = len(rows)
    views = {}
    for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'view'"):
        found = database.execute(f"SELECT * FROM {name}")
        head = [column[0] for column in found.description]
        views[name] = [dict(zip(head, map(as_text, row))) for row in found]
    meta = dict(database.execute("SELECT name, value FROM meta").fetchall())
    return {
        "tables": tables, "keyless": keyless, "references": linked, "views": views, "meta": meta
    }


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrasts(sheet):
    """The least contrast of letters and paper in each set of colours (WCAG 2)."""
    for block in re.findall(r":root \{(.*?)\}", sheet, re.S):
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
        for paper in ("paper", "head"):
            for ink in ("ink", "quiet", "link"):
                light, dark = sorted(
                    (luminance(colours[ink]), luminance(colours[paper])), reverse=True
                )
                yield (light + 0.05) / (dark + 0.05)


def read_html(file):
    import html5lib

    text = pathlib.Path(file).read_text(encoding="utf-8")
    # A strict parser raises what is no HTML.
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    every = list(page.iter())
    ids = [element.get("id") for element in every if element.get("id")]
    assert len(ids) == len(set(ids)), "an id stands twice"
    names = {element.tag for element in every if isinstance(element.tag, str)}
    links = [element.get("href") for element in every if element.get("href")]
    levels = [int(element.tag[1]) for element in every if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels[0] == 1 and levels.count(1) == 1, "there is one main heading"
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), "a level is left out"
    for link in links:
        assert not link.startswith("#") or link[1:] in ids, link
    for element in every:
        assert element.get("aria-labelledby") in [None, *ids]
        assert not any(name.startswith("on") for name in element.keys())
        if element.tag == "table":
            assert element.find("caption") is not None and element.find("thead") is not None
            assert all(cell.get("scope") for cell in element.iter("th"))
        if element.tag == "a":
            assert "".join(element.itertext()).strip(), "a link says nothing"
    body = page.find("body")
    first = next(body.iter("a"))
    sheet = "".join(page.find("head/style").itertext())
    assert "url(" not in sheet and "@import" not in sheet and "@media print" in sheet
    return {
        "language": page.get("lang"),
        "title": page.findtext("head/title"),
        "elements": sorted(names),
        "outside": sorted({link for link in links if not link.startswith("#")}),
        "skip": first.get("href"),
        "text": "".join(body.itertext()),
        "contrast": min(contrasts(sheet)),
    }


def main(kind, *arguments):
    json.dump({"sqlite": read_sqlite, "html": read_html}[kind](*arguments), sys.stdout)


main(*sys.argv[1:])
