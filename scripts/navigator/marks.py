"""Provenance marks: what stands beside each statement to say where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.base import KnowledgeBase
from navigator.model import Person, Provenance, Source
from navigator.model.experts import Placed
from navigator.typography import NBSP

_WORDS = {"article": "статья", "source": "", "editorial": "редакция"}
_AUTHOR = "автор"  # where the record has an author who is not the editors


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark ready to be shown: its word, the lines of the article, the works it leads to."""

    kind: str
    word: str
    lines: str
    topic: str
    works: tuple[tuple[str, str], ...]  # id, short key

    @property
    def spoken(self) -> str:
        """The whole mark in words, for a tooltip."""
        if self.kind == "article":
            said = f"Так говорит статья, {_line_word(self.lines)}{NBSP}{self.lines}"
            return f"{said}; она ссылается на: {self._keys}" if self.works else said
        if self.kind == "source":
            return f"Так говорит работа: {self._keys}"
        if self.word == _AUTHOR:
            said, leaned = "Мнение автора записи", "автор опирался на"
            said += "" if self.works else ", работы за ним нет"
        else:
            said, leaned = "Пояснение редакции", "редакция опиралась на"
        if self.topic:
            said += f"; тема названа в статье, {_line_word(self.topic)}{NBSP}{self.topic}"
        return f"{said}; {leaned}: {self._keys}" if self.works else said

    @property
    def _keys(self) -> str:
        return "; ".join(key for _, key in self.works)


def mark_of(base: KnowledgeBase, provenance: Provenance, record: str | None = None) -> Mark:
    """The mark of a statement; what is said in a record of an author's own is the author's, not the editors'."""
    works = tuple((id, _key(base, id)) for id in provenance.sources)
    own = provenance.mark == "editorial" and has_own_author(base, record)
    word = _AUTHOR if own else _WORDS[provenance.mark]
    return Mark(provenance.mark, word, runs(provenance.lines), runs(provenance.topic), works)


def has_own_author(base: KnowledgeBase, record: str | None) -> bool:
    """Whether the record is a note, case or field test written by somebody other than the editors."""
    found = base.records.get(record or "")
    if not isinstance(found, Placed):
        return False
    author = base.records.get(found.author)
    return not (isinstance(author, Person) and author.role == "editors")


def runs(numbers: Iterable[int]) -> str:
    """Line numbers as a reader writes them: 21–23, 45."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in found)


def _line_word(lines: str) -> str:
    return "строка" if lines.isdigit() else "строки"


def _key(base: KnowledgeBase, id: str) -> str:
    record = base.records[id]
    if not isinstance(record, Source):
        raise TypeError(f"{id} is not a work")
    return record.key
