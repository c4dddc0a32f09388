"""What the reader and the rules say of a record made from a form, in the words of the form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from navigator import rules
from navigator.base import Context, KnowledgeBase, Origin
from navigator.forms.fields import Form, moves
from navigator.forms.reading import Filled
from navigator.problems import Place, Problem
from navigator.prose import take_apart
from navigator.reader.blanks import BLANK
from navigator.reader.record import Read, read_bytes
from navigator.rules.article import SOURCE as THE_ARTICLE
from navigator.scaffold import model_of, path_of

_NAMELESS = "name-to-be-given"
_FIELD = re.compile(r"^[ -]*([a-z_]+): ")


def remarks(text: str, filled: Filled, base: KnowledgeBase, today: dt.date) -> list[str]:
    """Everything that is wrong but for what is missing: that is said apart, by question."""
    form = filled.form
    lines = text.split("\n")
    whole = "\n".join(_stood_in(lines, form, base, today))
    id = next(line.removeprefix("id: ") for line in whole.split("\n") if line.startswith("id: "))
    done = read_bytes(whole.encode("utf-8"), id, form.kind, model_of(form.kind))
    file = f"{base.folder}/{path_of(form.kind, id)}"
    found = [*(one.in_file(file) for one in done.findings), *_ruled(done, id, file, base, today)]
    said = [_said(one, lines, form) for one in sorted(set(found))
            if one.severity == "error" and not _is_missing(one.place, lines)]
    # Where too much is wrong for the rules to see the record, code is looked for all the same.
    return list(dict.fromkeys([*_code(filled), *said]))


def _stood_in(lines: list[str], form: Form, base: KnowledgeBase, today: dt.date) -> Iterator[str]:
    """The lines with something sound in place of each blank, so that the rules see the rest of the record."""
    sound = {
        "id": _NAMELESS, "date": today.isoformat(), "sources": THE_ARTICLE, "works": THE_ARTICLE, "lines": "1",
        "by": _anyone(base), **{field.path[-1]: _anyone(base) for field in form.fields
                                if field.shape in ("person", "people")},
        **{field.path[-1]: field.options[0][0] for field in form.fields if field.options},
        "move": next(iter(moves(form.kind)), ""),
    }
    for line in lines:
        name = match[1] if (match := _FIELD.match(line)) else ""
        if f'"{BLANK}"' in line:
            yield line.replace(f'"{BLANK}"', sound.get(name, THE_ARTICLE))
        else:
            yield line.replace(BLANK, BLANK * 20) if line.strip() == BLANK else line


def _anyone(base: KnowledgeBase) -> str:
    return next((one.id for one in base.people), _NAMELESS)


def _code(filled: Filled) -> Iterator[str]:
    """HTML, templates and links that lead elsewhere, in any answer."""
    for field in filled.form.fields:
        for line in filled.answers.get(field.id, ()):
            for fault in take_apart(line).faults:
                if fault.kind in ("markup", "template", "address"):
                    yield f"«{field.label}»: {fault.what}; {fault.fix}"


def _ruled(done: Read, id: str, file: str, base: KnowledgeBase, today: dt.date) -> list[Problem]:
    """What the rules say of the record among the others."""
    if done.record is None or done.node is None:
        return []
    grown = KnowledgeBase({**base.records, id: done.record}, {**base.origins, id: Origin(file, done.text, done.node)},
                          base.unread, base.folder)
    return [one for one in rules.check(grown, Context(today)) if one.place.file == file]


def _is_missing(place: Place, lines: list[str]) -> bool:
    """Whether a problem is about a blank; a text begins on the line after its field."""
    around = lines[place.line - 1 : place.line + 1]
    return any(BLANK in line for line in around)


def _said(problem: Problem, lines: list[str], form: Form) -> str:
    """The problem under the question it belongs to."""
    top = next((line.partition(":")[0] for line in reversed(lines[: problem.place.line])
                if line[:1].isalpha() and ":" in line), "")
    asked = "sources" if top in ("works", "reviews") else top
    label = next((f"«{field.label}»: " for field in form.fields if field.path[0] == asked and asked != "id"), "")
    return f"{label}{problem.message}; {problem.fix}"
