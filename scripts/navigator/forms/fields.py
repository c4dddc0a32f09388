"""What a form asks: the fields of a model, flattened into questions that can be answered without knowing YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from navigator.base import KnowledgeBase
from navigator.forms.words import LABELS
from navigator.listed import listed
from navigator.model import KINDS
from navigator.scaffold import limits
from navigator.schema import schema

Shape = Literal["line", "text", "choice", "choices", "statement", "statements", "steps", "people", "person", "ids",
                "works"]

KINDS_ASKED = ("note", "case", "field-test")
# What the editors add when they take a form in.
_NOT_ASKED = frozenset({"status", "retired_reason", "replaced_by", "shelf_life", "reviews", "dissent",
                        "second_reviewer"})
_PAIR = re.compile(r"([a-z][a-z-]*) — ([^;.(]+)")


@dataclass(frozen=True, slots=True)
class Field:
    """One question: the path of the field, what to call it, how it is answered."""

    path: tuple[str, ...]
    label: str
    hint: str
    shape: Shape
    needed: bool
    options: tuple[tuple[str, str], ...] = ()  # id, words

    @property
    def id(self) -> str:
        """The name of the question in a form."""
        return "-".join(self.path).replace("_", "-")


@dataclass(frozen=True, slots=True)
class Form:
    """The questions about records of one kind."""

    kind: str
    title: str
    fields: tuple[Field, ...]


def form_of(kind: str, base: KnowledgeBase) -> Form:
    """The form of a kind; lists of regions, recommendations and the like come from the content."""
    model = next(model for other, model in KINDS.values() if other == kind)
    shape = schema(model)
    asked = [field for field in _flat(shape, shape, base, ()) if field.path[0] not in _NOT_ASKED]
    works = Field(("sources",), *LABELS["sources"], "works", True)
    return Form(kind, str(model.model_config.get("title", kind)), (*asked, works))


def _flat(whole: Mapping[str, Any], part: Mapping[str, Any], base: KnowledgeBase, above: tuple[str, ...],
          ) -> Iterator[Field]:
    for name, raw in part["properties"].items():
        field = _resolved(whole, raw)
        path = (*above, name)
        if name in _NOT_ASKED or (name == "works" and not above):
            continue  # works of a case are those that the form names as its sources
        if "properties" in field and "mark" not in field["properties"]:
            yield from _flat(whole, field, base, path)
        else:
            yield _field(whole, field, raw, path, _is_needed(part, name, above), base)


def _is_needed(part: Mapping[str, Any], name: str, above: tuple[str, ...]) -> bool:
    """A field inside a part that may be left out may be left out too."""
    return not above and name in part["required"] and name != "id"


def _field(  # noqa: PLR0913, PLR0917 -- the sides of one field
    whole: Mapping[str, Any], field: Mapping[str, Any], raw: Mapping[str, Any], path: tuple[str, ...], needed: bool,
    base: KnowledgeBase,
) -> Field:
    name = path[-1]
    described = str(raw.get("description", field.get("description", "")))
    label, hint = LABELS.get("-".join(path), LABELS.get(name, ("", "")))
    hint = " ".join((hint or described, *limits({**field, "enum": ()}))).strip()
    item = _resolved(whole, field.get("items", {}))
    options = _options(name, described, field, item, base)
    shape = _shape(name, field, item, bool(options))
    return Field(path, label or described.partition(".")[0], hint, shape, needed, options)


_BY_NAME: Mapping[str, Shape] = {"author": "person", "by": "person", "testers": "people", "description": "text"}


def _shape(name: str, field: Mapping[str, Any], item: Mapping[str, Any], listed: bool) -> Shape:
    if name in _BY_NAME:
        return _BY_NAME[name]
    many = field.get("type") == "array"
    if listed:
        return "choices" if many else "choice"
    if "properties" in item:
        return "steps" if "move" in item["properties"] else "statements"
    one: Shape = "statement" if "properties" in field else "line"
    return "ids" if many else one


def _options(
    name: str, described: str, field: Mapping[str, Any], item: Mapping[str, Any], base: KnowledgeBase
) -> tuple[tuple[str, str], ...]:
    if name in (lists := listed(base)):
        return lists[name]
    words = [word for word in (*field.get("enum", ()), *item.get("enum", ())) if isinstance(word, str)]
    russian = {id: shown.strip() for id, shown in _PAIR.findall(described)}
    return tuple((word, russian.get(word, word)) for word in words)


def moves(kind: str) -> dict[str, str]:
    """The words for a step of a path, by its id."""
    model = next(model for other, model in KINDS.values() if other == kind)
    for part in schema(model)["definitions"].values():
        if "move" in part["properties"]:
            return {id: words.strip() for id, words in _PAIR.findall(part["properties"]["move"]["description"])}
    return {}


def _resolved(whole: Mapping[str, Any], field: Mapping[str, Any]) -> Mapping[str, Any]:
    for reference in ([field] if "$ref" in field else field.get("allOf", ())):
        found: Mapping[str, Any] = whole["definitions"][reference["$ref"].rpartition("/")[2]]
        return found
    return field
