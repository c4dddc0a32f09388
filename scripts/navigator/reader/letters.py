"""Letters and spaces that look like others: Cyrillic «с» in a Latin word, spaces that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Cyrillic letter -> the Latin one it is mistaken for; both cases.
_LIKE = dict(zip("асеорхукнмтвАВЕКМНОРСТУХіІјЈѕЅԁԛԝһ", "aceopxykhmtbABEKMHOPCTYXiIjJsSdqwh", strict=True))

_NAMES = {
    "\u00a0": "неразрывный пробел",
    "\u00ad": "мягкий перенос",
    "\u200b": "пробел нулевой ширины",
    "\u200c": "разделитель нулевой ширины",
    "\u200d": "соединитель нулевой ширины",
    "\u200e": "знак направления письма",
    "\u200f": "знак направления письма",
    "\u2028": "разделитель строк",
    "\u2029": "разделитель абзацев",
    "\u202f": "узкий неразрывный пробел",
    "\u2060": "соединитель слов",
    "\ufeff": "метка порядка байтов (BOM)",
    "\u0085": "знак новой строки NEL",
    "\t": "табуляция",
    "\ufffd": "знак замены «�»: буква потерялась при копировании",
}

# Never seen by a reader and never needed in content, in any place.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffd\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
# Signs that only look like those of a keyboard: wide and small ones.
_DISGUISED_SIGN = re.compile("[\uff01-\uff20\uff3b-\uff40\uff5b-\uff60\ufe50-\ufe6b]")
_LEFTWARD = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# Spaces that look plain and are not.
ODD_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))


def unseen_in(text: str) -> str | None:
    """The first character of the text that cannot be seen."""
    found = _UNSEEN.search(text)
    return found[0] if found else None


def unseen(text: str) -> list[re.Match[str]]:
    """Every character of the text that cannot be seen."""
    return list(_UNSEEN.finditer(text))


def odd_sign(text: str) -> tuple[int, str] | None:
    """Where the first sign stands that is not what it looks like or turns the writing round, and what it is."""
    if found := _DISGUISED_SIGN.search(text):
        usual = unicodedata.normalize("NFKC", found[0])
        return found.start(), f"знак «{found[0]}» похож на «{usual}», но это другой знак"
    if found := _LEFTWARD.search(text):
        return found.start(), f"буква «{found[0]}» письма справа налево: она переставит соседние знаки"
    return None


def name_of(character: str) -> str:
    """A character that cannot be shown, in words."""
    number = f"U+{ord(character):04X}"
    if character in _NAMES:
        return f"{_NAMES[character]} ({number})"
    if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069":
        return f"знак направления письма ({number})"
    if "\u2000" <= character <= "\u200a" or character in "\u205f\u3000\u1680":
        return f"типографский пробел ({number})"
    return f"служебный знак ({number})"


def is_cyrillic(letter: str) -> bool:
    """Whether a letter is Cyrillic."""
    return "\u0400" <= letter <= "\u052f"


def latin_twin(word: str) -> str | None:
    """The word with look-alike Cyrillic letters made Latin, when that makes it all Latin; else nothing."""
    if not any(map(is_cyrillic, word)):
        return None
    twin = "".join(_LIKE.get(letter, letter) for letter in word)
    return None if any(map(is_cyrillic, twin)) else twin


def first_cyrillic(word: str) -> tuple[int, str] | None:
    """Position from 1 and the first Cyrillic letter of a word."""
    return next(((at, letter) for at, letter in enumerate(word, start=1) if is_cyrillic(letter)), None)


def look_alike(word: str) -> str | None:
    """In words: which letter of a Latin name is Cyrillic, when it could be taken for a Latin one."""
    twin, first = latin_twin(word), first_cyrillic(word)
    if twin is None or first is None:
        return None
    at, letter = first
    return f"в «{word}» буква «{letter}» (знак {at}) русская, хотя выглядит как латинская «{_LIKE[letter]}»"


@lru_cache(maxsize=4096)
def alphabet(letter: str) -> str:
    """The alphabet of a letter as Unicode names it: LATIN, CYRILLIC, GREEK; nothing for what is no letter."""
    return unicodedata.name(letter, "").partition(" ")[0] if unicodedata.category(letter)[0] == "L" else ""


def disguised(letter: str) -> str | None:
    """The usual letter that another sign stands for: wide, bold, script; nothing for a usual letter."""
    usual = unicodedata.normalize("NFKC", letter)
    return usual if usual != letter and len(usual) == 1 and usual.isalpha() and letter not in "ªº" else None
