"""What rules ask of Russian text: its sentences, its words, the mood of its verbs."""

from __future__ import annotations

import re
from functools import lru_cache

from navigator.terms import analyzer, readings

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_END = re.compile(r"(?<=[.!?…])[»)”]*[ \n]+(?=[«(„A-ZА-ЯЁ0-9])|\n+")
# A dot after these closes no sentence: initials and abbreviations.
_SHORTENED = re.compile(r"(?:\b[A-ZА-ЯЁ]|\b(?:т|д|п|е|др|пр|см|ср|стр|ст|гл|рис|руб|тыс|г|гг|Vol|no|al))\.[»)”]*$")
_LONGEST_WORD = 60


def sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a text, each with its offset."""
    found: list[tuple[int, str]] = []
    start = 0
    for match in _END.finditer(text):
        if "\n" not in match[0] and _SHORTENED.search(text[max(start, match.start() - 8) : match.start() + 1].rstrip()):
            continue
        found.append((start, text[start : match.start()]))
        start = match.end()
    found.append((start, text[start:]))
    return [(at, sentence) for at, sentence in found if sentence.strip()]


def word_count(text: str) -> int:
    """How many words a reader reads; figures and signs are none."""
    return len(WORD.findall(text))


def imperatives(text: str) -> list[str]:
    """Words that are verbs in the imperative, as a request to many is written: «запишите»."""
    return [word for word in WORD.findall(text) if _is_imperative(word.lower())]


@lru_cache(maxsize=65536)
def _is_imperative(word: str) -> bool:
    return word.endswith(("те", "тесь")) and any("impr" in reading.tag for reading in readings(word))


@lru_cache(maxsize=65536)
def with_yo(word: str) -> str | None:
    """The word as it is spelt with «ё», when the dictionary has it no other way; otherwise nothing."""
    if "е" not in word or len(word) > _LONGEST_WORD or "-" in word:
        return None
    known = analyzer().dictionary.words.similar_keys(word, analyzer().char_substitutes)
    return None if not known or word in known else str(min(known))
