"""Words for the sheets: texts of the content as plain runs, provenance as a short key, spaces set."""

from __future__ import annotations

import re

from navigator import prose
from navigator.base import KnowledgeBase
from navigator.marks import mark_of
from navigator.model import Checklist, Provenance, Record
from navigator.typography import NBSP, set_spaces

Runs = list[list[object]]  # [words, whether bold]; «\n» alone starts a line

# Where a word is longer than any word of the language, a line may break inside it: nothing is ever clipped.
_LONGEST_WORD = 28
_GIVE_WAY = "\u200b"
_ENDLESS = re.compile(rf"[^\s{NBSP}{_GIVE_WAY}]{{{_LONGEST_WORD + 1},}}")
_SEAMS = re.compile(r"(?<=[/.,_?&=:;-])(?=\w)")
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
    """The text with places to break inside endless words: after their seams, else after so many letters."""
    return _ENDLESS.sub(lambda found: _split(found[0]), words)


def _split(word: str) -> str:
    return _GIVE_WAY.join(piece for part in _SEAMS.split(word) for piece in _pieces(part))


def _pieces(word: str) -> list[str]:
    """A short part whole, an endless one by so many letters."""
    step = len(word) if len(word) <= _LONGEST_WORD else _LONGEST_WORD // 2
    return [word[at: at + step] for at in range(0, len(word), step)]
