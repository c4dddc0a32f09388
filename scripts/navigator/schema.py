"""JSON Schema for editors, made from the models: fields are suggested and explained in Russian while one types.

An editor knows YAML's own types, our reader knows text only; so the schemas
take a year typed as a number and `true` typed without quotes.
"""

from __future__ import annotations

import json
from typing import Any

from navigator.model import KINDS, Record

DRAFT = "http://json-schema.org/draft-07/schema#"
_UNWRITTEN: tuple[Any, ...] = ([], None)  # defaults that an author writes by leaving the line out


def files() -> dict[str, str]:
    """Every generated file of the project by its path: a schema a kind, and the settings that wire them."""
    made = {f"schema/{kind}.schema.json": _text(schema(model)) for kind, model in KINDS.values()}
    made[".vscode/settings.json"] = _text(settings())
    return made


def schema(model: type[Record]) -> dict[str, Any]:
    """The schema of the records of one kind."""
    raw = model.model_json_schema(ref_template="#/definitions/{model}")
    parts = raw.pop("$defs", {})
    made: dict[str, Any] = {"$schema": DRAFT, **_mapping(raw)}
    made["definitions"] = {name: _mapping(part) for name, part in sorted(parts.items())}
    return made


def settings() -> dict[str, Any]:
    """What makes VS Code save files as the reader wants them and find the schemas."""
    return {
        "yaml.schemas": {
            f"./schema/{kind}.schema.json": f"content/{folder}/*.yml" for folder, (kind, _) in KINDS.items()
        },
        "yaml.format.enable": False,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
        "editor.unicodeHighlight.allowedLocales": {"ru": True},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
    }


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _mapping(raw: dict[str, Any]) -> dict[str, Any]:
    """A mapping of fields under its Russian title."""
    made = {key: raw[key] for key in ("title", "type", "additionalProperties")}
    made["required"] = raw.get("required", [])
    made["properties"] = {name: _field(field) for name, field in raw["properties"].items()}
    return made


def _field(raw: dict[str, Any]) -> dict[str, Any]:
    """A field with its description; an absent value is a line left out, so null is not offered."""
    field = {key: value for key, value in raw.items() if key not in ("title", "default", "anyOf")}
    if raw.get("default") not in _UNWRITTEN:
        field["default"] = raw["default"]
    for choice in raw.get("anyOf", ()):
        if choice.get("type") != "null":
            field |= choice
    return _loose(field)


def _loose(field: dict[str, Any]) -> dict[str, Any]:
    """What an editor takes for a number or for true where the reader takes text."""
    if "$ref" in field and len(field) > 1:
        # In draft-07 whatever stands beside $ref is not read.
        field = {**{key: value for key, value in field.items() if key != "$ref"}, "allOf": [{"$ref": field["$ref"]}]}
    if "items" in field:
        field = {**field, "items": _field(field["items"])}
    words = field.get("enum", [field["const"]] if "const" in field else None)
    if words is not None:
        field = {key: value for key, value in field.items() if key != "const"}
        truths = [word == "true" for word in words if word in ("true", "false")]
        field["enum"] = [*truths, *words]
        if truths:
            field.pop("type", None)
    elif field.get("type") == "string" and "pattern" not in field:
        field["type"] = ["string", "number"]
    return field
