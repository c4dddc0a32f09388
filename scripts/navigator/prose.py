"""The marks of prose: what an author may write inside a text, parsed in one place.

A text holds plain words, `**strong words**`, references to records `[[id]]` and
`[[id|words]]`, and links out `[words](https://…)`. A line break starts a paragraph.
Everything else that HTML, Jinja or Markdown would understand is a fault, so that
content from strangers can run nothing at build or in a browser.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote

FaultKind = Literal["reference", "emphasis", "markup", "template", "address", "markdown"]


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words; `at` is the offset of the token in the text it was parsed from."""

    text: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Strong:
    """Words in bold."""

    text: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a record, shown as its name unless `words` are given."""

    id: str
    words: str | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Out:
    """A link to another site."""

    url: str
    words: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a paragraph inside one text."""

    at: int = 0


Token = Text | Strong | Ref | Out | Break


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a text that is not one of the allowed marks."""

    at: int
    kind: FaultKind
    what: str
    fix: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A text taken apart: its tokens in order and what is wrong with its marks."""

    tokens: tuple[Token, ...]
    faults: tuple[Fault, ...]


# One pattern finds every mark in one pass: a long hostile text costs no more than its length.
_MARK = re.compile(
    r"(?P<ref>\[\[(?P<id>[^\[\]|\n]*)(?:\|(?P<name>[^\[\]|\n]*))?\]\])"
    r"|(?P<out>(?<!!)\[(?P<words>[^\[\]\n]*)\]\((?P<url>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\))"
    r"|(?P<strong>\*\*(?P<loud>[^*\n]+)\*\*)"
    r"|(?P<gap>\n+)"
)
_MOST_FAULTS = 50  # of one run of words; nobody mends more at once

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_WEB = re.compile(r"https?://(?P<host>[^/?#@\s]+)(?:[/?#][^\s]*)?", re.IGNORECASE)
# A name in one alphabet: letters of two, or their codes, may pass for another site.
_HOST = re.compile(
    r"(?:(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?::\d{1,5})?"
    r"|(?:[а-яё0-9](?:[а-яё0-9-]{0,61}[а-яё0-9])?\.)+[а-яё]{2,24}",
    re.IGNORECASE,
)
_MAIL = re.compile(r"mailto:[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", re.IGNORECASE)
_SCHEMES = ("http", "https", "mailto")
_DISGUISE = re.compile(r"[\x00-\x20\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")

_FIX_REF = "пишите [[id]] или [[id|слова]]"
_FIX_PLAIN = "уберите разметку: в тексте есть только [[id]], **важное** и [слова](https://…)"

# What may not stand in plain words: kind, pattern, what is wrong, how to mend it.
_FORBIDDEN: tuple[tuple[FaultKind, re.Pattern[str], str, str], ...] = (
    (
        "template",
        re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|[{}]"),
        "фигурные скобки «{found}»: шаблонам в тексте не место",
        "уберите их или скажите словами",
    ),
    (
        "markup",
        re.compile(r"<[A-Za-z/!?][^>\n]{0,40}>?"),
        "похоже на HTML: «{found}»",
        "уберите тег; выделяют так: **важное**, ссылаются так: [[id]]",
    ),
    (
        "markup",
        # A browser reads some of them without the semicolon as well.
        re.compile(r"&(?:#\d+;?|#[xX][0-9A-Fa-f]+;?|[A-Za-z][A-Za-z0-9]{1,30};|(?:lt|gt|amp|quot|nbsp|shy)\b)"),
        "код знака «{found}» вместо самого знака",
        "впишите сам знак, например — или «",
    ),
    (
        "address",
        re.compile(r"\b(?:javascript|vbscript|data|file|blob)\s*:\s*(?=[\w/(])", re.IGNORECASE),
        "запрещённая схема адреса «{found}»",
        "ссылки бывают только на http://, https:// и mailto:",
    ),
    (
        "address",
        re.compile(r"(?:\b[a-z][a-z0-9+.-]{0,20}:)?//[^\s«»\])]+|\bwww\.[^\s«»\])]+", re.IGNORECASE),
        "голый адрес «{found}» в тексте",
        "оформите ссылку словами: [слова](https://…), а работу опишите в content/sources",
    ),
    ("markdown", re.compile(r"!\["), "картинка в тексте: «![»", _FIX_PLAIN),
    ("markdown", re.compile(r"`+"), "обратная кавычка «{found}»", _FIX_PLAIN),
    ("markdown", re.compile(r"\\"), "обратная косая черта «\\»", "уберите её: знаки в тексте не экранируют"),
    (
        "markdown",
        re.compile(r"^[ \u00a0]*#{1,6}[ \u00a0]", re.MULTILINE),
        "заголовок Markdown внутри текста",
        "заголовки задают полем title раздела",
    ),
    (
        "markdown",
        re.compile(r"^[ \u00a0]*(?:[-+*]|\d{1,3}[.)])[ \u00a0]", re.MULTILINE),
        "список Markdown внутри текста",
        "каждый пункт списка — отдельная запись в items",
    ),
    (
        "markdown",
        re.compile(r"^[ \u00a0]*(?:>|\||:::|---|===)", re.MULTILINE),
        "разметка Markdown в начале строки",
        _FIX_PLAIN,
    ),
    ("markdown", re.compile(r"~~|==(?=\w)|\[\^|\]\["), "разметка Markdown «{found}»", _FIX_PLAIN),
    ("markdown", re.compile(r"(?<!\w)_{1,2}(?=\w)[^_\n]*\w_{1,2}(?!\w)"), "подчёркивания «{found}»", _FIX_PLAIN),
    ("emphasis", re.compile(r"\*\*"), "выделение «**» без пары или пустое", "поставьте вторую пару: **важное**"),
    ("emphasis", re.compile(r"(?<!\*)\*(?!\*)"), "одинокая звёздочка «*»", "выделяют двумя: **важное**"),
    ("reference", re.compile(r"\[\[|\]\]"), "ссылка на запись не закрыта: «{found}» без пары", _FIX_REF),
)


@lru_cache(maxsize=8192)
def take_apart(text: str) -> Prose:
    """The tokens of a text and the faults of its marks."""
    tokens: list[Token] = []
    faults: list[Fault] = []
    start = 0
    for match in _MARK.finditer(text):
        _plain(text, start, match.start(), tokens, faults)
        tokens.append(_token(match, faults))
        start = match.end()
    _plain(text, start, len(text), tokens, faults)
    return Prose(tuple(tokens), tuple(sorted(faults, key=lambda fault: fault.at)))


def parse(text: str) -> list[Token]:
    """The tokens of a text in order."""
    return list(take_apart(text).tokens)


def paragraphs(text: str) -> list[list[Token]]:
    """The tokens of a text, one list a paragraph; an empty paragraph is none."""
    found: list[list[Token]] = [[]]
    for token in take_apart(text).tokens:
        if isinstance(token, Break):
            found.append([])
        else:
            found[-1].append(token)
    return [tokens for tokens in found if tokens]


def plain(text: str) -> str:
    """The words of a text without its marks; a reference without words shows its id."""
    return "".join(_shown(token) for token in take_apart(text).tokens)


def address_fault(url: str) -> str | None:
    """What is wrong with an address as a place to send a reader to, or nothing."""
    # A browser decodes what hides a scheme, so the scheme is read decoded.
    bare = _DISGUISE.sub("", unquote(html.unescape(url)))
    scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)", bare)
    web = _WEB.fullmatch(url)
    faults = (
        (_DISGUISE.search(url), "в адресе пробел или невидимый знак"),
        (scheme is None, "у адреса нет схемы"),
        (scheme and scheme[0].lower() not in _SCHEMES, f"запрещённая схема «{scheme and scheme[0]}:»"),
        (re.search(r"[<>\"'`{}|\\^]", bare), "в адресе недопустимый знак"),
        (re.match(r"https?://[^/]*@", url, re.IGNORECASE), "в адресе имя или пароль"),
        (web is None and not _MAIL.fullmatch(url), "адрес не разобрать"),
        (web and "." not in web["host"], "у адреса нет имени сайта"),
        (web and not _HOST.fullmatch(web["host"]), "имя сайта не из обычных букв одного алфавита"),
    )
    return next((what for wrong, what in faults if wrong), None)


def _token(match: re.Match[str], faults: list[Fault]) -> Token:
    """The token a mark stands for; what is wrong with it goes to the faults."""
    at = match.start()
    if match["ref"] is not None:
        faults.extend(_ref_faults(match))
        words = match["name"]
        return Ref(match["id"].strip(), words.strip() if words is not None else None, at)
    if match["out"] is not None:
        faults.extend(_out_faults(match))
        return Out(match["url"], match["words"], at)
    if match["strong"] is not None:
        faults.extend(_strong_faults(match))
        return Strong(match["loud"], at)
    return Break(at)


def _strong_faults(match: re.Match[str]) -> Iterator[Fault]:
    words = match["loud"]
    if "[" in words:
        yield Fault(match.start(), "emphasis", "ссылка внутри звёздочек", "выделите слова без ссылки")
        return
    if words != words.strip():
        yield Fault(match.start(), "emphasis", "пробел внутри звёздочек", "пишите вплотную: **важное**")
    yield from _word_faults(words, match.start("loud"))


def _ref_faults(match: re.Match[str]) -> Iterator[Fault]:
    found = match[0]
    name, words = match["id"].strip(), match["name"]
    if not name:
        yield Fault(match.start(), "reference", f"пустая ссылка «{found}»", _FIX_REF)
    elif not _ID.fullmatch(name):
        yield Fault(match.start(), "reference", f"«{name}» не похоже на id", "id — латинские буквы, цифры и дефисы")
    if words is not None and not words.strip():
        yield Fault(match.start(), "reference", f"у ссылки «{found}» нет слов", "впишите слова или уберите «|»")
    elif words is not None:
        yield from _word_faults(words, match.start("name"))


def _out_faults(match: re.Match[str]) -> Iterator[Fault]:
    fault = address_fault(match["url"])
    if fault:
        fix = "ссылки бывают только на http://, https:// и mailto:"
        yield Fault(match.start("url"), "address", f"{fault}: «{match['url']}»", fix)
    if not match["words"].strip():
        yield Fault(match.start(), "address", "у ссылки нет слов", "пишите [слова](https://…)")
    yield from _word_faults(match["words"], match.start("words"))


def _plain(text: str, start: int, end: int, tokens: list[Token], faults: list[Fault]) -> None:
    """Take the plain words between two marks."""
    if start < end:
        words = text[start:end]
        tokens.append(Text(words, start))
        faults.extend(_word_faults(words, start, at_line_start=start == 0 or text[start - 1] == "\n"))


def _word_faults(words: str, at: int, at_line_start: bool = False) -> Iterator[Fault]:
    """Forbidden things in plain words; what one pattern has reported another does not repeat."""
    taken: list[tuple[int, int]] = []
    for kind, pattern, what, fix in _FORBIDDEN:
        for match in pattern.finditer(words):
            if pattern.pattern.startswith("^") and match.start() == 0 and not at_line_start:
                continue
            if any(start <= match.start() < end for start, end in taken):
                continue
            if len(taken) == _MOST_FAULTS:
                return
            taken.append(match.span())
            yield Fault(at + match.start(), kind, what.replace("{found}", match[0].strip()), fix)


def _shown(token: Token) -> str:
    if isinstance(token, Text | Strong):
        return token.text
    if isinstance(token, Ref):
        return token.words or token.id
    return token.words if isinstance(token, Out) else "\n"
