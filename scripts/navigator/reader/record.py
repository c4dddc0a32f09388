"""Reads one file into one record: bytes, text, tree, model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from navigator.model import KINDS, Record
from navigator.model.base import ID_PATTERN
from navigator.reader.compose import compose
from navigator.reader.finding import Finding
from navigator.reader.lengths import too_long
from navigator.reader.text import MAX_BYTES, decode
from navigator.reader.tree import Node, spot
from navigator.reader.typed import model

# What is said of a whole mapping or file, so that many of it may stand at one spot.
_SHARED_SPOT = frozenset({"D02", "A01", "A02", "A03", "A10"})
_ID_LINE = re.compile(r"^[ ]*(?:-[ ]+)?id:[ ]*[\"']?([a-z][a-z0-9-]{0,59})\b", re.MULTILINE)


@cache
def header(kind: str) -> str:
    """The line that tells an editor which fields a record of the kind has."""
    folder = next(folder for folder, (other, _) in KINDS.items() if other == kind)
    up = "../" * (folder.count("/") + 2)
    return f"# yaml-language-server: $schema={up}schema/{kind}.schema.json"


@dataclass(slots=True)
class Read:
    """What one file gave: a record or none, the ids it seems to hold, and what is wrong with it."""

    record: Record | None = None
    node: Node | None = None
    text: str = ""
    ids: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read(path: Path, stem: str, kind: str, record_type: type[Record]) -> Read:
    """The record in the file."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"файл не открывается ({error.strerror})"
        return Read(findings=[Finding(1, 1, "A24", message, "проверьте права доступа")])
    return read_bytes(data, stem, kind, record_type)


def read_bytes(data: bytes, stem: str, kind: str, record_type: type[Record]) -> Read:
    """The record in the bytes of the file `stem`.yml."""
    decoded = decode(data, header(kind))
    done = Read(text=decoded.text, findings=decoded.findings)
    if decoded.sound:
        composed = compose(decoded.text)
        # A tab or an odd space has been named; what the parser says about it would only confuse.
        done.findings += [one for one in composed.findings if not (decoded.doubtful and composed.node is None)]
        done.node = composed.node
    if done.node is not None:
        done.record, findings = model(done.node, record_type)
        done.findings += [*findings, *_own_name(done.node, stem), *too_long(done.node)]
    if done.record is None:
        done.ids = _ID_LINE.findall(done.text)
    done.findings = _once(done.findings)
    return done


def _own_name(node: Node, stem: str) -> list[Finding]:
    """The id of a record is the name of its file."""
    fields = node.value if isinstance(node.value, dict) else {}
    own = fields.get("id")
    if own is None or not isinstance(own.value, str) or own.reported or own.value.strip() == stem:
        return []
    if not re.fullmatch(ID_PATTERN, stem):
        return []  # the name of the file is to be mended, not the id
    line, column = spot(node, ("id",))
    return [Finding(line, column, "C01", f"id «{own.value.strip()[:60]}», а файл называется «{stem}.yml»",
                    "сделайте их одинаковыми; у записи, которая уже была на сайте, верните прежнее имя")]


def _once(findings: list[Finding]) -> list[Finding]:
    """One remark on one spot, the first; none on the alphabet of a word whose letters have been named already."""
    named = {one.line for one in findings if one.code in ("A07", "A05")}
    kept: dict[tuple[int, int, str], Finding] = {}
    for one in findings:
        if one.code != "A20" or one.line not in named:
            alone = one.severity == "error" and one.code not in _SHARED_SPOT
            kept.setdefault((one.line, one.column, "" if alone else one.message), one)
    return list(kept.values())
