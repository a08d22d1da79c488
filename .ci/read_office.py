#!/usr/bin/env python3
"""Reads workbooks and documents back, and finds every fact in them: .ci/read_office.py FOLDER FACTS.jsonl"""

import datetime
import json
import sys
from pathlib import Path

import docx
import openpyxl

folder = Path(sys.argv[1])
items = [json.loads(line) for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()]
# The keys that hold what a fact says.
TEXTS = ["text", "what", "measure", "name", "title", "meaning", "goal", "baseline", "role", "index"]
problems = []


def check(holds, problem):
    if not holds:
        problems.append(problem)


def cells(sheet):
    return (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)


def check_workbook(file):
    book = openpyxl.load_workbook(file)
    check(book.sheetnames[0] == "About", f"{file.name}: the first sheet is {book.sheetnames[0]}")
    check(book.properties.title and book.properties.created, f"{file.name}: no title or date")
    check(book.properties.language == "en-GB", f"{file.name}: no language")
    types = set()
    for sheet in book:
        types |= {type(cell.value) for cell in cells(sheet)}
        check(all(cell.data_type != "f" for cell in cells(sheet)), f"{file.name}: a formula in {sheet.title}")
        if sheet.title != "About":
            check(sheet.freeze_panes == "A2", f"{file.name}: {sheet.title} has no frozen heading")
            check(sheet.auto_filter.ref, f"{file.name}: {sheet.title} has no filter")
            check(sheet.max_row > 1, f"{file.name}: {sheet.title} has no rows")
            headings = [cell.value for cell in sheet[1]]
            check(len(set(headings)) == len(headings), f"{file.name}: {sheet.title} has a heading twice: {headings}")
    links = [cell.hyperlink for sheet in book for cell in cells(sheet) if cell.hyperlink]
    print(f"{file.name}: {len(book.sheetnames)} sheets, {len(links)} links, {sorted(kind.__name__ for kind in types)}")
    return book, types


def text_of(document):
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        paragraphs += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(paragraphs)


def check_document(file):
    document = docx.Document(file)
    properties = document.core_properties
    check(properties.title and properties.created, f"{file.name}: no title or date")
    check(properties.language == "en-GB", f"{file.name}: no language")
    check(document.paragraphs[0].style.name == "Title", f"{file.name}: the first paragraph is no title")
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    print(f"{file.name}: {len(document.paragraphs)} paragraphs, {len(document.tables)} tables, {sorted(styles)}")
    return document, styles


books = {file.name: check_workbook(file) for file in sorted(folder.glob("*.xlsx"))}
documents = {file.name: check_document(file) for file in sorted(folder.glob("*.docx"))}

everything, types = books["everything.xlsx"]
check({str, int, float, datetime.datetime} <= types, f"everything.xlsx has only {types}")
values = {str(cell.value) for sheet in everything for cell in cells(sheet)}
for item in items:
    reference = item["reference"]
    if item["kind"] not in ("area", "theme", "term", "source", "programme"):
        check(reference in values, f"everything.xlsx has no {reference}")
    for key in TEXTS:
        if isinstance(item.get(key), str) and item["kind"] != "programme":
            check(item[key] in values, f"everything.xlsx has not what {reference} says: {item[key]}")
sums = [cell.value for cell in cells(everything["Money"]) if cell.number_format.endswith('#,##0') or "£" in cell.number_format]
check(len(sums) > 20 and all(isinstance(value, int) for value in sums), "the sums are not numbers")

briefing, styles = documents["norwich-full.docx"]
check({"Heading 1", "Heading 2", "List Bullet", "Note"} <= styles, f"the briefing has only {styles}")
text = text_of(briefing)
found = 0
for item in items:
    words = item.get("text") or item.get("what") or item.get("measure")
    if item.get("area") == "norwich" and words:
        found += words in text
        check(words in text, f"the briefing has not: {item['kind']} {item['reference']}: {words}")
check(found > 30, f"the briefing has only {found} facts")
for name in ["matrix.docx", "compare.docx", "targets.docx"]:
    check(documents[name][0].tables, f"{name} has no table")

print(f"{len(items)} items looked for")
if problems:
    sys.exit("\n".join(problems[:40]))
