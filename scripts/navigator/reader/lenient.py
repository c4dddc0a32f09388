"""Reads a record that breaks a limit or has a field too many, so that the rules can look at the rest of it.

The problem is reported all the same and nothing is published; but one misspelt
field must not hide a dangling reference three lines below it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import SchemaValidator

from navigator.model import Record
from navigator.reader.tree import Plain

# A list or a text that must hold something stays so: rules count on it.
_LIMITS = frozenset({"max_length", "ge", "le"})


def read_leniently(values: Plain, kind: type[Record]) -> Record | None:
    """The record without its limits and without the fields its model does not name; none where that is not enough."""
    try:
        record = _validator(kind).validate_python(values)
    except ValidationError:
        return None
    return record if isinstance(record, kind) else None


@lru_cache(maxsize=64)
def _validator(kind: type[Record]) -> SchemaValidator:
    # Prebuilt validators are those of the strict classes: they would bring the limits back.
    return SchemaValidator(_loosened(kind.__pydantic_core_schema__), _use_prebuilt=False)


def _loosened(schema: Any) -> Any:
    """A copy of a core schema without upper limits, with lists of at least one, with unknown fields ignored."""
    if isinstance(schema, dict):
        copy = {key: _loosened(part) for key, part in schema.items() if key not in _LIMITS or isinstance(part, dict)}
        if isinstance(copy.get("min_length"), int):
            copy["min_length"] = min(copy["min_length"], 1)
        if copy.get("extra_fields_behavior") == "forbid":
            copy["extra_fields_behavior"] = "ignore"
        return copy
    if isinstance(schema, list):
        return [_loosened(part) for part in schema]
    return schema
