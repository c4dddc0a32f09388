"""Snippets for the editor: the title of a record is typed, its id is inserted.

A schema cannot do it: the line at the head of a record names the committed
schema, and ids in that would change with every record.
"""

from __future__ import annotations

import json

from navigator.base import KnowledgeBase
from navigator.model import KINDS, Record

FILE = ".vscode/records.code-snippets"
_NAMES = ("short", "term", "key", "name", "title", "text")


def snippets(base: KnowledgeBase) -> str:
    """The file of snippets: one for each record in force, in order of kind and number."""
    made = {}
    for kind, model in KINDS.values():
        for record in base.of_kind(kind):
            if record.status != "retired":
                what = f"{model.model_config.get('title')}: {_name(record)}"
                made[record.id] = {"scope": "yaml", "prefix": [_name(record), record.id], "body": record.id,
                                   "description": what}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _name(record: Record) -> str:
    """What people call the record."""
    for field in _NAMES:
        if isinstance(value := getattr(record, field, None), str):
            return " ".join(value.replace("\u00a0", " ").split())
    return record.id
