"""The beginning of a record: every field with its explanation, and «???» wherever a person has a word to say.

The text is made from the schema that editors use, so a field is described
once, at the model. What is left unfilled never passes the check.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from navigator.base import KnowledgeBase
from navigator.listed import listed
from navigator.model import KINDS, Record
from navigator.reader.blanks import BLANK
from navigator.reader.record import header
from navigator.schema import schema

Schema = Mapping[str, Any]
Value = Callable[[str, Schema], str]

WIDTH = 100
MOST = 4  # of how many points a list is begun, when more of them are needed
_KNOWN = {"status": "draft", "result": "created"}
_OWN_ID = str(Record.model_fields["id"].description)
_LAST = ("retired_reason", "replaced_by", "shelf_life", "reviews")
_HEAD = (
    "# Замените каждое ??? своими словами; что нельзя узнать, того не выдумывайте.",
    "# Строка, у которой решётка стоит вплотную к слову (#поле: …), необязательна: нужна — уберите решётку.",
    "# Объяснения можно удалить. Проверьте себя: make check",
)
_FOLDERS = {kind: folder for folder, (kind, _) in KINDS.items()}


def path_of(kind: str, id: str) -> str:
    """Where in the content folder the record belongs."""
    return f"{_FOLDERS[kind]}/{id}.yml"


def model_of(kind: str) -> type[Record]:
    """The model of a kind."""
    return KINDS[_FOLDERS[kind]][1]


def scaffold(
    kind: str, id: str, today: dt.date, base: KnowledgeBase | None = None, value: Value | None = None
) -> str:
    """The text of a new record; what the `base` holds of the kind is named beside the fields as examples.

    Where `value` is given, it is asked instead of writing «???», and every point that a list needs is written.
    """
    known = [one for one in base.of_kind(kind) if one.status != "retired"] if base else []
    lists = {name: ", ".join(id for id, _ in rows) for name, rows in listed(base).items() if rows} if base else {}
    return _Writer(kind, id, today, value, lists).text(known[0].model_dump(mode="json") if known else {})


class _Writer:
    """Writes one record; each part of the model is explained where it comes first."""

    def __init__(
        self, kind: str, id: str, today: dt.date, value: Value | None, lists: Mapping[str, str]
    ) -> None:
        self.kind, self.id, self.today, self.asked, self.lists = kind, id, today, value, lists
        self.schema = schema(model_of(kind))
        self.told: set[str] = set()

    def text(self, example: Any) -> str:
        fields = self.schema["properties"]
        order = [*(name for name in fields if name not in _LAST), *(name for name in _LAST if name in fields)]
        lines = [header(self.kind), *_HEAD]
        for name in order:
            known = None if name in (*_LAST, "id", "status") else _at(example, name)
            lines += ["", *self._field(name, fields[name], name in self.schema["required"], known, top=True)]
        return "\n".join(lines) + "\n"

    def _field(self, name: str, field: Schema, needed: bool, example: Any, top: bool = False) -> list[str]:
        """A field with what it is for; one that may be left out is written switched off."""
        written = needed or name == "status"
        key = f"{name}: {field.get('description')}"
        lines = list(self._told(name, field, written, example)) if top or key not in self.told else []
        self.told.add(key)
        made = self._value(name, field, example)
        return [*lines, *(made if written else _switched_off(made))]

    def _told(self, name: str, field: Schema, written: bool, example: Any) -> Iterator[str]:
        named = field.get("type") == "array" and name in self.lists
        words = [str(field.get("description", "")), *limits(field), "" if written else "Необязательно.",
                 f"Есть: {self.lists[name]}." if named else "" if field.get("enum") else _shown(example)]
        for line in textwrap.wrap(" ".join(word for word in words if word), WIDTH):
            yield f"# {line}"

    def _value(self, name: str, field: Schema, example: Any) -> list[str]:
        """The lines of a field, its name among them."""
        inner = self._inner(field)
        if "properties" in inner:
            return [f"{name}:", *_indented(self._mapping(inner, example))]
        if inner.get("type") == "array":
            return self._list(name, inner, example)
        if inner.get("type") == "object":
            key = self._blank("id", {"pattern": "id"})
            inside = next(iter(inner.get("patternProperties", {"": inner.get("additionalProperties", {})}).values()))
            return [f"{name}:", f"  {key}: {self._blank('', inside)}"]
        given = self._given(name, inner)
        if given is None and _is_long(inner):
            return [f"{name}: >-", f"  {self._blank(name, inner).strip(chr(34))}"]
        return [f"{name}: {given or self._blank(name, inner)}"]

    def _list(self, name: str, field: Schema, example: Any) -> list[str]:
        item = self._inner(field.get("items", {}))
        least = max(1, field.get("minItems", 1))
        count = least if self.asked else min(least, MOST)
        if "properties" not in item:
            return [f"{name}: [{', '.join(self._blank(name, item) for _ in range(count))}]"]
        lines = [f"{name}:"]
        for _ in range(count):
            lines += _dashed(self._mapping(item, _at(example, 0)))
        if count < least:
            lines.append(f"  # … и ещё {least - count}: всего нужно не меньше {least}.")
        return lines

    def _mapping(self, mapping: Schema, example: Any) -> list[str]:
        lines: list[str] = []
        order = sorted(mapping["properties"], key=lambda name: (name not in ("id", "date"), name != "text"))
        for name in order:
            needed = name in mapping["required"] or (not mapping["required"] and name == order[0])
            key = f"{mapping.get('title')}/{name}"
            # A field that may be left out is shown once, where its part is met for the first time.
            if needed or key not in self.told:
                lines += self._field(name, mapping["properties"][name], needed, _at(example, name))
            self.told.add(key)
        return lines

    def _blank(self, name: str, field: Schema) -> str:
        return self.asked(name, field) if self.asked else f'"{BLANK}"'

    def _inner(self, field: Schema) -> Schema:
        """The field with what it refers to."""
        for reference in ([field] if "$ref" in field else field.get("allOf", ())):
            found: Schema = self.schema["definitions"][reference["$ref"].rpartition("/")[2]]
            return found
        return field

    def _given(self, name: str, field: Schema) -> str | None:
        """What is known without asking."""
        if name == "id" and field.get("description", "").startswith(_OWN_ID):
            return self.id
        if name in _KNOWN and _KNOWN[name] in field.get("enum", ()):
            return _KNOWN[name]
        return self.today.isoformat() if field.get("pattern", "").startswith(r"^\d{4}") else None


def limits(field: Schema) -> Iterator[str]:
    """What else the schema says of a field, in words: the words it may hold, its lengths."""
    words = [word for word in field.get("enum", ()) if isinstance(word, str)]
    if words:
        yield f"Одно из: {', '.join(words)}."
    least, most = field.get("minItems"), field.get("maxItems")
    if least and most:
        yield f"Пунктов: от {least} до {most}." if least != most else f"Пунктов: {least}."
    elif (least or 0) > 1:
        yield f"Пунктов не меньше {least}."
    elif most:
        yield f"Пунктов не больше {most}."
    short, long = field.get("minLength", 0), field.get("maxLength")
    if long and field.get("pattern") is None:
        yield f"От {short} до {long} знаков." if short > 1 else f"Не длиннее {long} знаков."
    low, high = field.get("minimum"), field.get("maximum")
    if low is not None and high is not None:
        yield f"Число от {low} до {high}."


def _shown(example: Any) -> str:
    """A value of an existing record, as an example."""
    if isinstance(example, list):
        example = ", ".join(example[:3]) if all(isinstance(one, str) for one in example) else None
    if not isinstance(example, str | int) or isinstance(example, bool) or not str(example).strip():
        return ""
    return f"Например: {textwrap.shorten(str(example), 120, placeholder=' …')}"


def _at(example: Any, step: str | int) -> Any:
    """What stands under the name or number; nothing where the example has no such part."""
    if isinstance(example, dict):
        return example.get(step)
    return example[step] if isinstance(example, list) and isinstance(step, int) and step < len(example) else None


def _is_long(field: Schema) -> bool:
    """Whether people write sentences here: they need no quotes after «>-»."""
    return "enum" not in field and "pattern" not in field and field.get("minLength") is not None and (
        field.get("maxLength", 1000) > 80
    )


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" if line else line for line in lines]


def _dashed(lines: list[str]) -> list[str]:
    """A point of a list: comments first, then the dash at the first line that is no comment."""
    at = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    before, rest = lines[:at], lines[at:]
    return [*(f"  {line}" for line in before), f"  - {rest[0]}", *(f"    {line}" for line in rest[1:])]


def _switched_off(lines: list[str]) -> list[str]:
    return [line if line.lstrip().startswith("#") else f"{line[:len(line) - len(line.lstrip())]}#{line.lstrip()}"
            for line in lines]
