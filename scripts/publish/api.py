"""Writes `api/`: every record of the site as JSON for machines, with the schemas, the tree and the board.

Files depend on nothing but the content and the day of the build, so two builds of one content are the same bytes.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from navigator.base import KnowledgeBase
from navigator.freshness import ages
from navigator.model import KINDS, Record
from navigator.schema import files as schemas
from navigator.tree.condition import AllOf, AnyOf, Is, Not, data
from navigator.tree.export import Marks, exported
from navigator.tree.tree import Tree

ROOT = Path(__file__).resolve().parents[2]
FOLDER = "api"
FORMAT = 1  # of these files; it grows when a reader of the old ones would be misled
LICENCE = {
    "name": "CC BY 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/deed.ru",
    "attribution": "Методический навигатор",
}


def write(base: KnowledgeBase, site: Path, today: dt.date, version: str, site_url: str = "") -> None:
    """Puts the folder `api/` into the built site."""
    for name, text in made(base, today, version, site_url).items():
        file = site / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def made(base: KnowledgeBase, today: dt.date, version: str, site_url: str = "") -> dict[str, str]:
    """Every file of the folder by its name in it."""
    head = {"format": FORMAT, "version": version, "date": today.isoformat()}
    address = _macro("address", "address")
    kinds = sorted(kind for kind, _ in KINDS.values())
    found: dict[str, Any] = {"index.json": _index(base, head, kinds, site_url)}
    for kind in kinds:
        entries = [_entry(record, base, address) for record in sorted(base.of_kind(kind), key=lambda one: one.id)]
        found[f"{kind}.json"] = {
            **head, "kind": kind, "schema": f"{FOLDER}/schema/{kind}.schema.json", "records": entries,
        }
    found["tree.json"] |= _tree(base)
    found["board.json"] = {**head, **_macro("board", "facts")(base)}
    texts = {name: json.dumps(value, ensure_ascii=False, indent=1) + "\n" for name, value in found.items()}
    return texts | {name: text for name, text in schemas().items() if name.startswith("schema/")}


def plain(value: object) -> Any:
    """A value of a record as JSON has it; what the author left out stays out, conditions are as they are written."""
    match value:
        case BaseModel():
            fields = {name: plain(getattr(value, name)) for name in type(value).model_fields}
            return {name: one for name, one in fields.items() if one is not None and one not in ([], {})}
        case Is() | AllOf() | AnyOf() | Not():
            return data(value)
        case dt.date():
            return value.isoformat()
        case Mapping():
            return {key: plain(one) for key, one in value.items()}
        case tuple() | list():
            return [plain(one) for one in value]
    return value


def _index(base: KnowledgeBase, head: Mapping[str, Any], kinds: list[str], site_url: str) -> dict[str, Any]:
    titles = {kind: str(model.model_config.get("title")) for kind, model in KINDS.values()}
    return {
        **head, "title": "Методический навигатор", "language": "ru",
        **({"site": site_url.rstrip("/") + "/"} if site_url else {}),
        "licence": LICENCE,
        "records": len(base.records),
        "kinds": [{
            "kind": kind, "title": titles[kind], "records": len(base.of_kind(kind)),
            "drafts": sum(one.status == "draft" for one in base.of_kind(kind)),
            "retired": sum(one.status == "retired" for one in base.of_kind(kind)),
            "file": f"{FOLDER}/{kind}.json", "schema": f"{FOLDER}/schema/{kind}.schema.json",
        } for kind in kinds],
        "tree": f"{FOLDER}/tree.json", "board": f"{FOLDER}/board.json",
    }


def _tree(base: KnowledgeBase) -> dict[str, Any]:
    """The tree as the engine in the browser takes it, beside the record of its settings."""
    if not base.of_kind("tree"):
        return {}
    marks = Marks()
    tree = exported(Tree.of(sorted(base.records.values(), key=lambda one: one.id)), marks)
    return {"marks": marks.listed(), "tree": tree}


def _entry(record: Record, base: KnowledgeBase, address: Callable[[KnowledgeBase, str], str]) -> dict[str, Any]:
    """A record under what the site adds to it: where it is shown, the days of its shelf life."""
    days = ages(record)
    try:
        place = {"address": address(base, record.id)}
    except LookupError:  # what has no place of its own: combinations, guarantees, the settings of the tree
        place = {}
    return {"id": record.id, **place, "due": days.due.isoformat(), "gone": days.gone.isoformat(),
            "record": plain(record)}


def _macro(module: str, name: str) -> Callable[..., Any]:
    """A function of the pages: they stand beside the commands and are no part of what those are built from."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    found: Callable[..., Any] = getattr(importlib.import_module(f"macros.{module}"), name)
    return found


__all__ = ["FOLDER", "made", "plain", "write"]
