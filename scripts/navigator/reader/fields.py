"""What the models say about a field: which names a mapping may have, which words a field may hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from navigator.model.base import Strict

Path = Sequence[str | int]


def model_at(model: type[Strict], path: Path) -> type[Strict] | None:
    """The model of the mapping at the path."""
    found: type[Strict] | None = model
    for step in path:
        if isinstance(step, str):
            if found is None or step not in found.model_fields:
                return None
            annotation: Any = found.model_fields[step].annotation
            found = _model_in(annotation)
    return found


def field_at(model: type[Strict], path: Path) -> Any:
    """The annotation and description of the field that the path leads into."""
    for at in range(len(path) - 1, -1, -1):
        step, owner = path[at], model_at(model, path[:at])
        if isinstance(step, str) and owner is not None and step in owner.model_fields:
            return owner.model_fields[step]
    return None


def words_of(field: Any) -> tuple[str, ...]:
    """The words that a field of fixed words may hold."""
    return _words_in(field.annotation) if field is not None else ()


def is_listing(field: Any) -> bool:
    """Whether the field holds a list."""
    return field is not None and any(get_origin(part) is tuple for part in _parts(field.annotation))


def holds_fields(field: Any) -> type[Strict] | None:
    """The model of the mapping, or of the mappings in the list, that the field holds."""
    return _model_in(field.annotation) if field is not None else None


def _parts(annotation: Any) -> tuple[Any, ...]:
    """An annotation and everything inside it."""
    return (annotation, *(inner for arg in get_args(annotation) for inner in _parts(arg)))


@lru_cache(maxsize=512)
def _model_in(annotation: Any) -> type[Strict] | None:
    for part in _parts(annotation):
        if isinstance(part, type) and not get_args(part) and issubclass(part, Strict):
            return part
    return None


@lru_cache(maxsize=512)
def _words_in(annotation: Any) -> tuple[str, ...]:
    return next((get_args(part) for part in _parts(annotation) if get_origin(part) is Literal), ())
