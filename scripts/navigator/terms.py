"""Finds glossary terms in text whatever their case and number, and links them.

A term and the text are compared word by word by normal forms from pymorphy3, at
word boundaries, the longest term first, the first occurrence in a section only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pymorphy3  # type: ignore[import-untyped]

from navigator.model import Record, Term
from navigator.prose import Ref, Text, Token

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:-[^\W_]+)*")
_BETWEEN = re.compile(r"[ \u00a0]")
_LONGEST_WORD = 60  # the analyser is slow on what no Russian word is
_SHORT_WORD, _MIDDLE_WORD = 4, 6
_LEAST_SCORE = 0.02  # readings rarer than this join words that nobody would confuse


@dataclass(frozen=True, slots=True)
class TermLink:
    """Words of a text that lead to their term in the glossary."""

    id: str
    words: str
    at: int = 0


LinkedToken = Token | TermLink


@lru_cache(maxsize=1)
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The one analyser; its dictionary is opened when the first word asks for it."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[Any, ...]:
    """What the analyser makes of a word in small letters, likeliest first; nothing of what is no word."""
    return tuple(analyzer().parse(word)) if len(word) <= _LONGEST_WORD else ()


@lru_cache(maxsize=65536)
def normal_forms(word: str) -> frozenset[str]:
    """Every normal form that the word may be a form of, with «ё» read as «е»."""
    lowered = word.lower()
    parses = readings(lowered)
    kept = [parse for parse in parses if parse.score >= _LEAST_SCORE] or list(parses[:1])
    return frozenset({parse.normal_form.replace("ё", "е") for parse in kept} | {lowered.replace("ё", "е")})


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name of a term, ready to be compared."""

    id: str
    keys: tuple[frozenset[str], ...]
    exact: tuple[str | None, ...]  # an abbreviation is met only as it is written


class TermIndex:
    """The glossary as an index over normal forms."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Take every shown term of the records; others are passed over."""
        self._by_first: dict[str, list[_Entry]] = {}
        self._openings: dict[int, tuple[str, ...]] = {}
        for record in records:
            if isinstance(record, Term) and record.link == "true" and record.status != "retired":
                for name in (record.term, *record.synonyms):
                    self._add(record.id, name)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry.keys), entry.id))
        self._openings = {letters: tuple({key[:letters] for key in self._by_first}) for letters in (2, 3)}

    def link(self, tokens: Iterable[Token], seen: set[str], self_id: str | None = None) -> list[LinkedToken]:
        """The tokens with each term linked where it first occurs.

        `seen` holds the ids met so far in the section and is added to; an explicit
        reference to a term counts as its occurrence. `self_id` is never linked.
        """
        linked: list[LinkedToken] = []
        for token in tokens:
            if isinstance(token, Text):
                linked.extend(self._linked_text(token, seen, self_id))
                continue
            if isinstance(token, Ref):
                seen.add(token.id)
            linked.append(token)
        return linked

    def found(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Every occurrence of a term in plain words: its id, start and end."""
        words = list(_WORD.finditer(text))
        place = 0
        while place < len(words):
            entry = self._longest(text, words, place)
            if entry is None:
                place += 1
                continue
            last = place + len(entry.keys) - 1
            yield entry.id, words[place].start(), words[last].end()
            place = last + 1

    def _may_open(self, word: str) -> bool:
        """Whether a term may begin with the word: asking the analyser about every word would be slow.

        All forms of a long word begin alike; in a short one a vowel comes and goes (день, дня; отец, отца).
        """
        length = len(word)
        return length <= _SHORT_WORD or word.startswith(self._openings[2 if length <= _MIDDLE_WORD else 3])

    def _add(self, record_id: str, name: str) -> None:
        words = _WORD.findall(re.sub(r"\([^)]*\)", "", name))
        if not words:
            return
        exact = tuple(word if _is_abbreviation(word) else None for word in words)
        entry = _Entry(record_id, tuple(_name_forms(word) for word in words), exact)
        for key in entry.keys[0]:
            self._by_first.setdefault(key, []).append(entry)

    def _linked_text(self, token: Text, seen: set[str], self_id: str | None) -> Iterator[LinkedToken]:
        start = 0
        for record_id, begin, end in self.found(token.text):
            if record_id == self_id or record_id in seen:
                continue
            seen.add(record_id)
            if begin > start:
                yield Text(token.text[start:begin], token.at + start)
            yield TermLink(record_id, token.text[begin:end], token.at + begin)
            start = end
        if start < len(token.text):
            yield Text(token.text[start:], token.at + start)

    def _longest(self, text: str, words: list[re.Match[str]], place: int) -> _Entry | None:
        """The longest term that starts with the word at the place."""
        best: _Entry | None = None
        if not self._may_open(words[place][0].lower().replace("ё", "е")):
            return None
        for key in sorted(normal_forms(words[place][0])):
            for entry in self._by_first.get(key, ()):
                if best is not None and len(entry.keys) <= len(best.keys):
                    break
                if _stands(entry, text, words, place):
                    best = entry
                    break
        return best


def _stands(entry: _Entry, text: str, words: list[re.Match[str]], place: int) -> bool:
    """Whether all words of the entry stand in the text from the place on, one space apart."""
    if place + len(entry.keys) > len(words):
        return False
    for offset, (keys, exact) in enumerate(zip(entry.keys, entry.exact, strict=True)):
        word = words[place + offset]
        if exact is not None and word[0] != exact:
            return False
        if exact is None and not keys & normal_forms(word[0]):
            return False
        if offset and not _BETWEEN.fullmatch(text, words[place + offset - 1].end(), word.start()):
            return False
    return True


@lru_cache(maxsize=4096)
def _name_forms(word: str) -> frozenset[str]:
    """The normal forms of a word of a term's own name: only its likeliest reading, and itself."""
    likeliest = {parse.normal_form.replace("ё", "е") for parse in readings(word.lower())[:1]}
    return frozenset(likeliest | {word.lower().replace("ё", "е")})


def _is_abbreviation(word: str) -> bool:
    """Whether a word is written in a way that a reader meets only so: МСП, EaaS."""
    return len(word) > 1 and any(letter.isupper() for letter in word[1:])
