"""Rules of Russian typography: quotes, dashes, spaces, the letter «ё» (group K)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navigator.prose import plain
from navigator.rules.passages import Passage
from navigator.rules.rule import Found, Look, rule
from navigator.rules.words import WORD, with_yo

_QUOTES = re.compile(r"[\"“”]|(?<!\w)'(?=\w)|(?<=\w)'(?!\w)")
_HYPHEN_DASH = re.compile(r"(?<=\S) (?:-|--|–) (?=\S)|(?<=\w)--(?=\w)")
_RANGE = re.compile(r"(?<![\w.–-])\d+-\d+(?![\w-])")
_SPACE_BEFORE = re.compile(r"(?<=\S) +(?=[,;:!?)»](?!\))|\.(?!\.)(?:\s|$))|(?<=[(«]) +(?=\S)")
_NO_SPACE_AFTER = re.compile(r"[А-Яа-яЁё](?:[,;!?](?=[А-Яа-яЁё])|\.(?=[А-ЯЁ]))")
_NUMBER_SIGN = re.compile(r"№(?=\d)|(?<=\d)%")
_SHORTENED = re.compile(r"\bт\.(?:е|д|п)\.", re.IGNORECASE)


def _matches(look: Look, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, int, re.Match[str]]]:
    for passage, at, text in look.spoken:
        for match in pattern.finditer(text):
            yield passage, at + match.start(), match


@rule("K01", severity="warning")
def quotes_are_russian(look: Look) -> Iterator[Found]:
    """Кавычки — «ёлочки»; внутри них — „лапки“."""
    for passage, at, match in _matches(look, _QUOTES):
        if match[0] == "“" and "„" in passage.text[:at]:
            continue
        yield Found(look.at(passage, at), f"кавычка {match[0]}", "поставьте «ёлочки»")


@rule("K02", severity="warning")
def dash_is_a_dash(look: Look) -> Iterator[Found]:
    """Тире длинное, с пробелами: «рынок — это люди»; между числами короткое без пробелов: 2–3."""
    for passage, at, _ in _matches(look, _HYPHEN_DASH):
        yield Found(look.at(passage, at + 1), "дефис или короткое тире вместо тире", "поставьте « — »")
    for passage, at, match in _matches(look, _RANGE):
        yield Found(look.at(passage, at), f"дефис между числами: {match[0]}", f"пишите {match[0].replace('-', '–')}")


@rule("K03", severity="warning")
def spaces_are_single(look: Look) -> Iterator[Found]:
    """Пробел один, перед знаком препинания его нет, после знака он есть."""
    for passage, at, _ in _matches(look, re.compile(r"(?<=\S)  +")):
        yield Found(look.at(passage, at), "два пробела подряд", "оставьте один")
    for passage, at, _ in _matches(look, _SPACE_BEFORE):
        yield Found(look.at(passage, at), "лишний пробел у знака препинания", "уберите пробел")
    for passage, at, match in _matches(look, _NO_SPACE_AFTER):
        yield Found(look.at(passage, at), f"нет пробела после «{match[0][-1]}»", "поставьте пробел")
    for passage, at, match in _matches(look, _NUMBER_SIGN):
        yield Found(look.at(passage, at), f"нет пробела у знака «{match[0]}»", "пишите «№ 5», «15 %»")


@rule("K04", severity="warning")
def signs_are_typographic(look: Look) -> Iterator[Found]:
    """Многоточие — один знак «…»; сокращения пишут с пробелом: «т. е.», «и т. д.»."""
    for passage, at, _ in _matches(look, re.compile(r"\.{2,}")):
        yield Found(look.at(passage, at), "точки вместо многоточия", "поставьте «…»")
    for passage, at, match in _matches(look, _SHORTENED):
        fix = f"пишите «{match[0][:2]} {match[0][2:]}»"
        yield Found(look.at(passage, at), f"«{match[0]}» без пробела", fix)


@rule("K05", severity="warning")
def yo_is_written(look: Look) -> Iterator[Found]:
    """Буква «ё» пишется везде, где она есть; только названия из статьи сохраняют своё написание."""
    for passage, at, text in look.spoken:
        if any("е" in word and with_yo(word) is not None for word in passage.words):
            for match in WORD.finditer(text):
                if (spelt := with_yo(match[0].lower())) is not None:
                    yield Found(look.at(passage, at + match.start()), f"«{match[0]}» без «ё»", f"пишите «{spelt}»")


@rule("K09", severity="warning")
def pairs_are_closed(look: Look) -> Iterator[Found]:
    """Кавычки и скобки закрыты."""
    for passage in look.passages:
        if passage.role == "data":
            continue
        text = plain(passage.text)
        for opening, closing in ("«»", "()"):
            if text.count(opening) != text.count(closing):
                message = f"«{opening}» и «{closing}» не сходятся" if opening == "(" else "кавычки-ёлочки не сходятся"
                yield Found(look.at(passage), message, "закройте пару")


RULES = (
    quotes_are_russian,
    dash_is_a_dash,
    spaces_are_single,
    signs_are_typographic,
    yo_is_written,
    pairs_are_closed,
)
