"""Makes a record of the values of a file, and says where they differ from the model."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pydantic import ValidationError

from navigator.model import Record
from navigator.reader import fields, letters
from navigator.reader.blanks import BLANK, blanks
from navigator.reader.finding import Finding
from navigator.reader.lenient import read_leniently
from navigator.reader.messages import ANSWERS, Wrong, nearest
from navigator.reader.tree import Node, plain, walk

# A day alone proves nothing: what was looked at, by whom and with what outcome stands in the log.
_BARE_DATES = frozenset({"checked", "checked_on", "reviewed", "reviewed_on", "last_review", "updated", "updated_on",
                         "valid_until", "actual", "date", "проверено", "пересмотрено", "пересмотреть_до",
                         "действительно_до", "актуально", "актуально_до", "обновлено", "дата"})
_MOST_UNKNOWN = 50  # fields of one file; nobody mends more at once
_BARE_DATE_FIX = "добавьте в reviews запись: date, by, sources (с чем сверили), result (что вышло)"


def model(node: Node, kind: type[Record]) -> tuple[Record | None, list[Finding]]:
    """The record in the tree and every difference from the model; no record where too much of it is missing."""
    findings = [*blanks(node, kind), *_repeated(node)]
    values = plain(node)
    try:
        return kind.model_validate(values), findings
    except ValidationError as error:
        return read_leniently(values, kind), [*findings, *_differences(error, node, kind)]


def _differences(error: ValidationError, node: Node, kind: type[Record]) -> Iterator[Finding]:
    """The findings behind the errors; a misspelt field is not called missing as well."""
    errors = error.errors(include_url=False, include_input=False)
    missing = {one["loc"] for one in errors if one["type"] == "missing"}
    for one in islice((one for one in errors if one["type"] == "extra_forbidden"), _MOST_UNKNOWN):
        finding, meant = _unknown(one["loc"], node, kind, missing)
        missing.discard((*one["loc"][:-1], meant))
        if letters.unseen_in(str(one["loc"][-1])) is None:  # else the sign has been named
            yield finding
    for one in errors:
        if one["type"] == "missing" and one["loc"] in missing:
            yield _missing(one["loc"], node, kind)
        elif one["type"] not in ("missing", "extra_forbidden"):
            yield from _value(one["type"], one["loc"], one.get("ctx", {}), node, kind)


def _unknown(
    loc: tuple[str | int, ...], node: Node, kind: type[Record], missing: set[tuple[str | int, ...]]
) -> tuple[Finding, str | None]:
    """A field that the model does not name, and the name that was meant."""
    found, _ = walk(node, loc)
    line, column = found.heading
    name = str(loc[-1])
    owner = fields.model_at(kind, loc[:-1])
    known = list(owner.model_fields) if owner else []
    if twin := letters.look_alike(name):
        fix = "наберите имя поля заново в английской раскладке"
        return Finding(line, column, "A07", twin, fix), nearest(name, known)
    parent, _ = walk(node, loc[:-1])
    taken = parent.value if isinstance(parent.value, dict) else {}
    absent = [one for one in known if (*loc[:-1], one) in missing]
    meant = nearest(name, absent) or nearest(name, [one for one in known if one not in taken])
    unseen = next((letters.name_of(sign) for sign in name if sign in letters.ODD_SPACES), None)
    if unseen:
        return Finding(line, column, "A05", f"в имени поля «{name.strip()}» {unseen}", "сотрите его"), meant
    if owner is not None and issubclass(owner, Record) and name in _BARE_DATES:
        return Finding(line, column, "D13", f"дата без проверки: «{name}»", _BARE_DATE_FIX), None
    fix = f"может быть, «{meant}»?" if meant else f"здесь бывают поля: {', '.join(known)}"
    return Finding(line, column, "D01", f"неизвестное поле «{name[:60]}»", fix), meant


def _missing(loc: tuple[str | int, ...], node: Node, kind: type[Record]) -> Finding:
    """A field that must be there, at the mapping that should hold it."""
    name = str(loc[-1])
    parent, _ = walk(node, loc[:-1])
    line, column = parent.heading
    about = fields.field_at(kind, loc)
    told = about.description if about is not None and about.description else ""
    where = _whose(loc[:-1])
    return Finding(line, column, "D02", f"нет поля «{name}»{where}", f"добавьте его. {told}".strip())


def _whose(path: tuple[str | int, ...]) -> str:
    """The mapping in words: which entry of which list."""
    if not path:
        return ""
    last = path[-1]
    if isinstance(last, int):
        return f" у пункта {last + 1} списка «{path[-2]}»" if len(path) > 1 else ""
    return f" внутри «{last}»"


def _value(
    error: str, loc: tuple[str | int, ...], limits: dict[str, Any], node: Node, kind: type[Record]
) -> Iterator[Finding]:
    """A value of a wrong kind or size; silent where the value has been reported already."""
    if loc and loc[-1] == "[key]":
        yield from _key(str(loc[-2]), *walk(node, loc[:-1])[0].heading)
        return
    found, _ = walk(node, loc)
    if found.reported or (error == "too_short" and len(found.value) >= limits["min_length"]):
        return  # known, or a list that only lacks the entries which are wrong themselves
    field = fields.field_at(kind, loc)
    name = next((step for step in reversed(loc) if isinstance(step, str)), "запись")
    wrong = Wrong(name, found, field, limits, within=bool(loc) and isinstance(loc[-1], int))
    code, message, fix = ANSWERS[error](wrong)
    yield Finding(*found.spot, code, message, fix)


def _key(name: str, line: int, column: int) -> Iterator[Finding]:
    """A name in a mapping whose names are ids."""
    twin = letters.look_alike(name)
    if name == BLANK:
        yield Finding(line, column, "D14", f"вместо имени стоит «{BLANK}»", "впишите имя записи (id)")
    elif twin:
        yield Finding(line, column, "A07", twin, "наберите имя заново в английской раскладке")
    else:
        yield Finding(line, column, "D10", f"«{name[:60]}» не похоже на имя записи (id)",
                      "имя состоит из строчных латинских букв, цифр и дефисов между ними и начинается с буквы")


def _repeated(node: Node) -> Iterator[Finding]:
    """Words that stand twice in one list."""
    if isinstance(node.value, dict):
        for child in node.value.values():
            if not isinstance(child.value, str):
                yield from _repeated(child)
    elif isinstance(node.value, list):
        seen: set[str] = set()
        for child in node.value:
            if not isinstance(child.value, str):
                yield from _repeated(child)
            elif child.value.isdigit():
                continue  # lines of the article have a rule of their own
            elif child.value in seen and not child.reported:
                yield Finding(child.line, child.column, "D11", f"«{child.value[:60]}» стоит в списке дважды",
                              "оставьте одно")
            else:
                seen.add(child.value)
