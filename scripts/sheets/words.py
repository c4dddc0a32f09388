"""Words for the sheets: texts of the content as plain runs, provenance as a short key, spaces set."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from navigator import prose
from navigator.base import KnowledgeBase
from navigator.marks import mark_of
from navigator.model import Checklist, Provenance, Record, Statement
from navigator.typography import NBSP, set_spaces

Runs = list[list[object]]  # [words, whether bold]; «\n» alone starts a line

# A line breaks after a slash or a hyphen, and in words that have syllables. An endless piece between them gets places
# to break at, so that nothing is ever clipped; words and addresses of ordinary length stay as they are typed.
_LONGEST_PIECE = 30
_GIVE_WAY = "\u200b"
_ENDLESS = re.compile(rf"[^\s{NBSP}{_GIVE_WAY}/-]{{{_LONGEST_PIECE + 1},}}")
# «Кто-то», «из-за»: the end of a line does not come after such a hyphen.
_HELD = re.compile(r"(?<=\w)-(?=(?:за|под|то|либо|нибудь|таки|ка)\b)")
_HOLD = "-\u2060"
_NAMES = ("short", "term", "key", "name", "title", "text")


def text(words: str) -> str:
    """One line of plain words, its spaces set."""
    return _breakable(set_spaces(" ".join(words.split())))


def rich(base: KnowledgeBase, words: str) -> Runs:
    """A text of the content: bold kept, references as their words."""
    runs: Runs = []
    for tokens in prose.paragraphs(set_spaces(words)):
        if runs:
            runs.append(["\n", False])
        runs += [_run(base, token) for token in tokens]
    return runs


def owned(base: KnowledgeBase, statement: Statement) -> Runs:
    """A text on a sheet that calls its words the editors': what is not theirs is followed by its key."""
    return [*rich(base, statement.text), [other(base, statement), False]]


def other(base: KnowledgeBase, provenance: Provenance) -> str:
    """The key of what is not the editors' own, in brackets; nothing where the words are theirs."""
    return "" if provenance.mark == "editorial" else f" ({key(base, provenance)})"


def keyed(found: Iterable[Provenance]) -> bool:
    """Whether a sheet prints words that are not the editors'."""
    return any(one.mark != "editorial" for one in found)


def key(base: KnowledgeBase, provenance: Provenance) -> str:
    """Where a statement comes from, as short as a margin needs: «ред., тема: ст. 45; Root, 1994»."""
    mark = mark_of(base, provenance)
    works = "; ".join(words.replace(" ", NBSP) if len(words) < 18 else words for _, words in mark.works)
    if mark.kind == "article":
        own = f"ст.{NBSP}{mark.lines}"
        return text(f"{own}: {works}" if works else own)
    own = "ред." if mark.kind == "editorial" else ""
    if mark.topic:
        own += f", тема:{NBSP}ст.{NBSP}{mark.topic}"
    return text("; ".join(part for part in (own, works) if part))


def name(base: KnowledgeBase, id: str) -> str:
    """The words by which a record is known."""
    record = base.records.get(id)
    if isinstance(record, Checklist):
        return f"чек-лист «{name(base, record.recommendation)}»"
    if isinstance(record, Record):
        return str(next(getattr(record, field) for field in _NAMES if hasattr(record, field)))
    return base.items[id][1].action


def _run(base: KnowledgeBase, token: prose.Token) -> list[object]:
    match token:
        case prose.Ref(id=id, words=words):
            return [_breakable(words or set_spaces(name(base, id))), False]
        case prose.Out(url=url, words=words):
            return [_breakable(f"{words} ({url})"), False]
        case prose.Strong(text=words):
            return [_breakable(words), True]
        case prose.Text(text=words):
            return [_breakable(words), False]
        case _:
            return ["\n", False]


def _breakable(words: str) -> str:
    """The text with places to break inside endless pieces, and none where a line must not end."""
    whole = _HELD.sub(_HOLD, words)
    return _ENDLESS.sub(lambda found: _GIVE_WAY.join(textwrap.wrap(found[0], _LONGEST_PIECE // 2)), whole)
