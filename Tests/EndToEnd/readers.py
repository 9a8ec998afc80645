"""Reads what ladmp writes with libraries that are not ladmp's, and prints it as JSON.

usage: readers.py csv|tsv|json|markdown|ics|svg FILE
       readers.py schema SCHEMA NAME FILE   (prints what breaks the schema)
"""

import csv
import io
import json
import sys


def rows(lines):
    head, *rest = lines
    return [dict(zip(head, row, strict=True)) for row in rest]


def read_csv(text):
    return rows(csv.reader(io.StringIO(text, newline=""), strict=True))


def read_tsv(text):
    def value(cell):
        # The escapes of TSV are those of a JSON string.
        return json.loads('"' + cell.replace('"', '\\"') + '"', strict=False)

    assert text.endswith("\n") and "\r" not in text
    return rows([[value(cell) for cell in line.split("\t")] for line in text[:-1].split("\n")])


def read_markdown(text):
    from markdown_it import MarkdownIt

    lines, line = [], []
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    assert tokens[0].type == "table_open" and tokens[-1].type == "table_close"
    for token in tokens:
        if token.type == "inline":
            assert all(part.type in ("text", "text_special") for part in token.children), token
            line.append("".join(part.content for part in token.children))
        elif token.type == "tr_close":
            lines.append(line)
            line = []
    return rows(lines)


def read_svg(text):
    import xml.etree.ElementTree as tree

    root = tree.fromstring(text)
    elements = list(root.iter())
    for element in elements:
        for name, value in element.attrib.items():
            outside = name.endswith("href") or "url(" in value and "url(#" not in value
            assert not outside, (element.tag, name, value)
    names = [element.tag.rsplit("}", 1)[-1] for element in elements]
    texts = " ".join(" ".join(root.itertext()).split())
    return [{"element": name} for name in names] + [{"text": texts}]


def read_ics(text):
    from icalendar import Calendar

    data = text.encode()
    for line in data.split(b"\r\n"):
        assert len(line) <= 75 and b"\n" not in line and b"\r" not in line, line
        line.decode()
    calendar = Calendar.from_ical(data)
    events = []
    for event in calendar.walk("VEVENT"):
        assert not event.errors and "DTSTAMP" in event and "UID" in event
        found = {name: str(event[name]) for name in event if not name.startswith("DT")}
        for name in ("DTSTART", "DTEND", "DTSTAMP"):
            if name in event:
                found[name] = event[name].dt.isoformat()
        found["CATEGORIES"] = event["CATEGORIES"].to_ical().decode()
        events.append(found)
    zones = [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")]
    return {"events": events, "zones": zones, "version": str(calendar["VERSION"])}


def read_schema(schema, name, text):
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schema)
    named = Draft202012Validator({"$ref": "#/$defs/" + name, "$defs": schema["$defs"]})
    document = json.loads(text)
    entries = document if isinstance(document, list) else [document]
    faults = [fault.message for entry in entries for fault in named.iter_errors(entry)]
    return faults + [fault.message for fault in Draft202012Validator(schema).iter_errors(document)]


def main(kind, *arguments):
    with open(arguments[-1], newline="", encoding="utf-8") as file:
        text = file.read()
    if kind == "schema":
        with open(arguments[0], encoding="utf-8") as file:
            found = read_schema(json.load(file), arguments[1], text)
    elif kind == "json":
        found = json.loads(text)
    else:
        readers = {"csv": read_csv, "tsv": read_tsv, "markdown": read_markdown}
        readers |= {"ics": read_ics, "svg": read_svg}
        found = readers[kind](text)
    json.dump(found, sys.stdout)


main(*sys.argv[1:])
