"""No way of differing from a model is answered in English."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from navigator.model import KINDS, base, tree
from navigator.reader.messages import ANSWERS

ANSWERED_WITH_THE_MAPPING = {"missing", "extra_forbidden"}

# Node of a core schema -> the error types it raises by itself, then by its limits.
OF_TYPE = {
    "str": {"string_type"},
    "literal": {"literal_error"},
    "tuple": {"tuple_type"},
    "dict": {"dict_type"},
    "model": {"model_type"},
    "model-fields": {"extra_forbidden"},
    "model-field": {"missing"},
    # These take what our own functions return, and those return nothing else.
    "int": set(),
    "date": set(),
    "bool": set(),
    "function-before": set(),
    **{kind: set() for kind in ("definitions", "definition-ref", "default", "nullable", "no-info")},
}
OF_LIMIT = {
    ("str", "min_length"): "string_too_short",
    ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    ("tuple", "min_length"): "too_short",
    ("tuple", "max_length"): "too_long",
    ("int", "ge"): "greater_than_equal",
    ("int", "le"): "less_than_equal",
}
NOT_A_LIMIT = {
    "type", "schema", "ref", "metadata", "cls", "config", "root_model", "custom_init", "fields", "model_name",
    "computed_fields", "default", "default_factory", "default_factory_takes_data", "expected", "keys_schema",
    "values_schema", "variadic_item_index", "items_schema", "json_schema_input_schema",
    "function", "definitions", "schema_ref",
}  # fmt: skip


def raised_by(schema: Any) -> set[str]:
    """Every error type that a core schema can raise; an unknown part of it fails the test."""
    if isinstance(schema, list):
        return set().union(*map(raised_by, schema))
    if not isinstance(schema, dict):
        return set()
    found: set[str] = set()
    kind = schema.get("type")
    if kind == "dataclass" or (kind == "function-before" and schema["schema"]["type"] not in ("int", "date", "bool")):
        return set()  # a condition: what our function returns is taken as it is
    if isinstance(kind, str):
        found |= OF_TYPE[kind]
        for limit in schema.keys() - NOT_A_LIMIT:
            found.add(OF_LIMIT[kind, limit])
    return found.union(*(raised_by(part) for key, part in schema.items() if key not in ("metadata", "config")))


def own_types() -> set[str]:
    """The error types that our own functions name."""
    sources = [inspect.getsource(module) for module in (base, tree)]
    calls = [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and "CustomError" in call.func.id]
    return {name.value for name in named if isinstance(name, ast.Constant)}


def test_every_error_that_the_models_can_raise_has_a_russian_answer() -> None:
    raised = own_types().union(*(raised_by(model.__pydantic_core_schema__) for _, model in KINDS.values()))

    assert raised - ANSWERED_WITH_THE_MAPPING <= ANSWERS.keys()
    assert {"string_too_short", "literal_error", "date_absent", "greater_than_equal", "too_long"} <= raised
