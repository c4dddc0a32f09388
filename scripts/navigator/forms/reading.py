"""Reads a filled form: the body of an issue or the paragraphs of a Word file, as answers by question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navigator.forms.fields import Field, Form
from navigator.forms.word import BOX, MAX_LINES, TICKED, NotAFormError
from navigator.forms.words import CONSENT, CONSENT_TEXT

MAX_TEXT = 256 * 1024
_OTHERS = (b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF")  # how files of other programs begin
_LEAST = 3  # questions of a form that a text must have to be taken for it
_NOTHING = frozenset({"_no response_", "_нет ответа_", "none"})
# A person may type a sign over the box or beside it instead of choosing one.
_TICKED = re.compile(rf"^(?:[-*] )?(?:\[[xXхХvV+]\]|[{TICKED}]\ufe0f?|{BOX}\s*(?:[xXхХvV](?=\s|$)|[+{TICKED}])|"
                     rf"[xXхХvV](?=\s|{BOX})|\+)\s*{BOX}?\s*")
_UNTICKED = re.compile(rf"^(?:[-*] )?(?:\[ ?\]|{BOX})\s*")
_OPTION = re.compile(r"\([a-z0-9-]+\)$")


@dataclass(frozen=True, slots=True)
class Filled:
    """The answers of a form, line by line, by the id of the question."""

    form: Form
    answers: Mapping[str, tuple[str, ...]]
    consent: bool
    unclear: frozenset[str] = frozenset()  # labels of questions with boxes where one cannot see what was chosen


def lines_of(data: bytes) -> list[str]:
    """The lines of the body of an issue; NotAFormError where it is no text."""
    if data.startswith(_OTHERS):
        raise NotAFormError("это не .docx и не текст, а старый документ Word, RTF или PDF; сохраните форму как .docx")
    if len(data) > MAX_TEXT:
        raise NotAFormError(f"текст больше {MAX_TEXT // 1024} КиБ; в форме столько не пишут")
    try:
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    except UnicodeDecodeError:
        raise NotAFormError("файл сохранён не в UTF-8; сохраните его заново в этой кодировке") from None
    if len(lines) > MAX_LINES:
        raise NotAFormError(f"в тексте больше {MAX_LINES} строк; в форме столько не пишут")
    return lines


def read(lines: Sequence[str], forms: Sequence[Form]) -> Filled:
    """The answers in the lines, as those of the form whose questions stand there."""
    asked = {_label(line, marked=True) for line in lines} - {""}
    found = max((_filled(lines, form) for form in forms), key=lambda one: (
        len(one.answers) - len(asked - {field.label for field in one.form.fields} - {CONSENT})))
    if len(found.answers) < _LEAST:
        raise NotAFormError("это не похоже на заполненную форму: в ней нет её вопросов; не меняйте вопросы, пишите под "
                            "ними")
    return found


def _filled(lines: Sequence[str], form: Form) -> Filled:
    order = [*(field.label for field in form.fields), CONSENT]
    marked = any(line.startswith("### ") for line in lines)
    answers: dict[str, list[str]] = {}
    at = -1
    for line in lines:
        label = _label(line, marked)
        # A question stands once; on paper, where it has no mark of its own, only after those before it.
        if label in order and label not in answers and (marked or order.index(label) > at):
            at = order.index(label)
            answers[label] = []
        elif at >= 0 and line.strip() and not _is_hint(line, form.fields[at] if at < len(form.fields) else None):
            answers[order[at]].append(" ".join(line.split()))
    by_id = {field.id: _said(field, answers[field.label]) for field in form.fields if field.label in answers}
    said = answers.get(CONSENT, ())
    consent = any(_TICKED.match(line) for line in said)
    unclear = {field.label for field in form.fields if _is_unclear(field, answers.get(field.label, ()))}
    if not consent and any(_UNTICKED.sub("", line) != CONSENT_TEXT or not _UNTICKED.match(line) for line in said):
        unclear.add(CONSENT)
    return Filled(form, by_id, consent, frozenset(unclear))


def _label(line: str, marked: bool) -> str:
    """The question that a line may be; in an issue questions are headings."""
    if marked and not line.startswith("### "):
        return ""
    return " ".join(line.removeprefix("### ").split()).removesuffix("*").strip()


def _is_hint(line: str, field: Field | None) -> bool:
    return field is not None and " ".join(line.split()).startswith(" ".join(field.hint.split())) and bool(field.hint)


def _is_unclear(field: Field, lines: Sequence[str]) -> bool:
    """Whether something was done to the boxes other than ticking them: words added, the other options deleted."""
    boxes = [line for line in lines if _UNTICKED.match(line)] if field.options else []
    alone = len(boxes) == len(lines) and 0 < len(boxes) <= len(field.options) / 2
    return alone or any(not _OPTION.search(line) for line in boxes)


def _said(field: Field, lines: Sequence[str]) -> tuple[str, ...]:
    kept = [line for line in lines if line.lower() not in _NOTHING]
    if field.options:
        ticked = [line for line in kept if _TICKED.match(line)]
        kept = ticked or [line for line in kept if not _UNTICKED.match(line)]
        kept = [_TICKED.sub("", line) for line in kept]
    return tuple(kept)
