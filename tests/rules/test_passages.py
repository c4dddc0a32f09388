"""No text of a record escapes the rules: every field that holds words has its role."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from navigator.model import KINDS
from navigator.model.base import Strict
from navigator.rules.passages import DATA, LABELS, PROSE

# Read by rules of their own: an address, a DOI, a day, the print of the rules that was signed; `retired` names ids.
ELSEWHERE = frozenset({"doi", "url", "accessed", "logic", "retired"})


def models(annotation: object) -> Iterator[type[Strict]]:
    """The models that an annotation names, and those inside them."""
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models(field.annotation)
    for part in typing.get_args(annotation):
        yield from models(part)


def holds_words(field: object) -> bool:
    """Whether a field takes any words: no id, no word of a list, no part with fields of its own."""
    shown = repr(field)
    return "StringConstraints" in shown and "pattern='" not in shown


def test_every_field_of_words_has_a_role() -> None:
    known = PROSE | LABELS | DATA | ELSEWHERE
    lost = {
        f"{model.__name__}.{name}"
        for _, kind in KINDS.values() for model in models(kind) for name, field in model.model_fields.items()
        if "str" in repr(field.annotation) and holds_words((field.annotation, field.metadata)) and name not in known
    }

    assert lost == set()
