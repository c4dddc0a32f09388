"""Turns the bytes of a file into text, and says what in them an author cannot see.

A problem of the text rarely stops the reading: the text is put right in memory
and read on, so that one run names everything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from navigator.plural import counted
from navigator.problems import Severity
from navigator.reader import letters
from navigator.reader.finding import Finding

MAX_BYTES = 256 * 1024

_SAVE_UTF8 = "сохраните файл заново, выбрав в редакторе кодировку UTF-8"
_ODD = letters.ODD_SPACES
_ODD_INDENT = re.compile(rf"^[ {_ODD}]*[{_ODD}]", re.MULTILINE)
_ODD_AFTER_SIGN = re.compile(rf"^[ {_ODD}]*(?:-[ {_ODD}]+)*(?:-|[A-Za-z_][\w-]*[{_ODD}]*:)[ ]*[{_ODD}]+", re.MULTILINE)
_ODD_SPACE = re.compile(f"[{_ODD}]")
_CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*|\|{7} .*)$", re.MULTILINE)
_MIXED = re.compile(r"[A-Za-z](?=[А-Яа-яЁё])|[А-Яа-яЁё](?=[A-Za-z])")
_STRANGE = re.compile(r"[^\x00-\u024f\u0401\u0410-\u044f\u0451\W\d_]")  # a letter of neither usual alphabet
_WORD = re.compile(r"(?<!\\)[^\W\d_]+")
_PILE = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2,}")
_LONGEST_SHOWN = 40  # letters of a word in a message
_MOST_WORDS = 20  # of one file; nobody mends more at once


@dataclass(slots=True)
class Decoded:
    """The text of a file, as good as it could be made; `sound` tells whether the YAML is worth reading."""

    text: str
    findings: list[Finding] = field(default_factory=list)
    sound: bool = True
    doubtful: bool = False  # a known fault of the text may be why the YAML does not parse


def decode(data: bytes, header: str) -> Decoded:
    """The text in the bytes of a file that should begin with the line `header`."""
    if len(data) > MAX_BYTES:
        finding = Finding(1, 1, "A10", f"файл больше {MAX_BYTES // 1024} КиБ",
                          "разделите запись или уберите из файла лишнее: текст такой длины в записи не бывает")
        return Decoded("", [finding], sound=False)
    decoded = _decode(data)
    if not decoded.sound:
        return decoded
    text = decoded.text
    if "\r" in text:
        at = text.index("\r")
        decoded.findings.append(_at(text, at, "A03", "концы строк не такие, как во всех файлах (CRLF вместо LF)",
                                    "выберите в редакторе концы строк LF и сохраните файл"))
        text = decoded.text = text.replace("\r\n", "\n").replace("\r", "\n")
    decoded.findings += _conflicts(text)
    if decoded.findings and decoded.findings[-1].code == "A11":
        decoded.sound = False
        return decoded
    structural = [*_tabs(text), *_odd_structure(text), *_unseen(text)]
    decoded.doubtful = bool(structural)
    decoded.findings += structural
    decoded.findings += [*_letters(text), *_edges(text), *_header(text, header)]
    decoded.text = _structure_made_plain(text)
    return decoded


def _decode(data: bytes) -> Decoded:
    """Strict UTF-8; other encodings are named, not read."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:64].count(0) > 8:
        finding = Finding(1, 1, "A01", "файл сохранён в кодировке UTF-16", _SAVE_UTF8)
        return Decoded(data.decode("utf-16", errors="replace"), [finding], sound=False)
    findings = []
    if data.startswith(b"\xef\xbb\xbf"):
        findings.append(Finding(1, 1, "A02", "в начале файла невидимая метка порядка байтов (BOM)",
                                "сохраните файл в кодировке «UTF-8 без BOM»"))
        data = data[3:]
    try:
        return Decoded(data.decode("utf-8"), findings)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", errors="replace")) + 1
        guess = data.decode("cp1251", errors="replace")
        found = re.search(r"[а-яё]{3}", guess) is not None
        named = "файл сохранён не в UTF-8" + (", похоже — в windows-1251" if found else "")
        return Decoded(guess, [*findings, Finding(line, column, "A01", named, _SAVE_UTF8)], sound=False)


def _at(  # noqa: PLR0913, PLR0917 -- the parts of a finding
    text: str, at: int, code: str, message: str, fix: str, severity: Severity = "error"
) -> Finding:
    return Finding(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), code, message, fix, severity)


def _more(count: int) -> str:
    """How many further places of the same problem there are."""
    return f" (и ещё в {counted(count - 1, 'месте', 'местах', 'местах')})" if count > 1 else ""


def _structure_made_plain(text: str) -> str:
    """The text with plain spaces where YAML counts them; every offset stays."""
    if not _ODD_SPACE.search(text):
        return text
    return _ODD_AFTER_SIGN.sub(_plain_spaces, _ODD_INDENT.sub(_plain_spaces, text))


def _plain_spaces(match: re.Match[str]) -> str:
    return _ODD_SPACE.sub(" ", match[0])


def _conflicts(text: str) -> Iterator[Finding]:
    """Marks that a version control system has left."""
    if text.find("<<<<<<< ") < 0 and text.find(">>>>>>> ") < 0:
        return
    for match in list(_CONFLICT.finditer(text))[:1]:
        yield _at(text, match.start(), "A11", f"след слияния версий: «{match[0][:20].strip()}»",
                  "оставьте нужную из двух версий и удалите строки «<<<<<<<», «=======» и «>>>>>>>»")


def _tabs(text: str) -> Iterator[Finding]:
    if "\t" in text:
        yield _at(text, text.index("\t"), "A04", f"табуляция вместо пробелов{_more(text.count(chr(9)))}",
                  "замените её пробелами: два пробела на уровень")


def _odd_structure(text: str) -> Iterator[Finding]:
    """Spaces that only look plain where YAML counts plain ones."""
    if not _ODD_SPACE.search(text):
        return
    for match in _ODD_INDENT.finditer(text):
        sign = _ODD_SPACE.search(match[0])
        if sign:
            yield _at(text, match.start() + sign.start(), "A05", f"в отступе {letters.name_of(sign[0])}",
                      "замените его обычным пробелом")
    for match in _ODD_AFTER_SIGN.finditer(text):
        bare = match[0].lstrip(" " + _ODD)
        sign = _ODD_SPACE.search(bare)
        if sign:
            at = match.end() - len(bare) + sign.start()
            yield _at(text, at, "A05", f"рядом с двоеточием или дефисом {letters.name_of(sign[0])}",
                      "замените его обычным пробелом")


def _unseen(text: str) -> Iterator[Finding]:
    found = letters.unseen(text)
    if found:
        yield _at(text, found[0].start(), "A18", f"в файле {letters.name_of(found[0][0])}{_more(len(found))}",
                  "удалите этот знак: сотрите соседние буквы и наберите их заново")


def _letters(text: str) -> Iterator[Finding]:
    """Letters that are not what they look like."""
    if not unicodedata.is_normalized("NFC", text):
        for number, row in enumerate(text.split("\n"), start=1):
            if not unicodedata.is_normalized("NFC", row):
                normal = unicodedata.normalize("NFC", row)
                at = next((i for i, (a, b) in enumerate(zip(row, normal, strict=False)) if a != b), 0)
                yield Finding(number, at + 1, "A06", f"буква «{normal[at]}» составлена из двух знаков",
                              "сотрите её и наберите одной клавишей")
                break
    yield from islice(_mixed_words(text), _MOST_WORDS)
    if odd_sign := letters.odd_sign(text):
        at, what = odd_sign
        yield _at(text, at, "A20", what, "наберите знак на клавиатуре, а слово — русскими или латинскими буквами")
    if pile := _PILE.search(text):
        under = text[max(0, pile.start() - 1)]
        yield _at(text, pile.start(), "A06", f"над буквой «{under}» несколько знаков друг на друге",
                  "сотрите её и наберите одной клавишей")
    odd = list(_ODD_SPACE.finditer(_structure_made_plain(text)))
    if odd:
        yield _at(text, odd[0].start(), "A19", f"в тексте {letters.name_of(odd[0][0])}{_more(len(odd))}",
                  "замените обычным пробелом: неразрывные сайт расставит сам", "warning")


def _mixed_words(text: str) -> Iterator[Finding]:
    """Words that are not what they look like: the search and the glossary do not know them."""
    if not _MIXED.search(text) and not _STRANGE.search(text):
        return
    for word in _WORD.finditer(text):
        if fault := _word_fault(word[0]):
            yield _at(text, word.start(), "A20", fault, "наберите слово заново в одной раскладке")


def _word_fault(word: str) -> str | None:
    """What is odd about the letters of a word."""
    if word.isascii():
        return None
    shown = word if len(word) <= _LONGEST_SHOWN else f"{word[:_LONGEST_SHOWN]}…"
    for letter in word:
        if usual := letters.disguised(letter):
            return f"в слове «{shown}» вместо буквы «{usual}» похожий на неё знак «{letter}»"
    found = {letters.alphabet(letter) for letter in word} - {"", "MODIFIER"}
    if len(found) < 2 or not found & {"LATIN", "CYRILLIC"}:  # one alphabet or none
        return None
    if found == {"LATIN", "CYRILLIC"}:
        return f"в слове «{shown}» смешаны русские и латинские буквы"
    return f"в слове «{shown}» смешаны буквы разных алфавитов"


def _edges(text: str) -> Iterator[Finding]:
    """Ends of lines and of the file."""
    at, trailing = 0, []
    for row in text.split("\n"):
        bare = row.rstrip(" \t")
        if bare != row:
            trailing.append(at + len(bare))
        at += len(row) + 1
    if trailing:
        yield _at(text, trailing[0], "A21", f"пробелы в конце строки{_more(len(trailing))}", "удалите их", "warning")
    if text and not text.endswith("\n"):
        yield _at(text, len(text), "A22", "последняя строка файла не закончена",
                  "нажмите Enter в конце последней строки и сохраните файл", "warning")


def _header(text: str, header: str) -> Iterator[Finding]:
    """The line that tells an editor which fields the record has."""
    if text.split("\n", 1)[0] != header:
        yield Finding(1, 1, "A23", "первая строка не та, по которой редактор узнаёт поля записи",
                      f"сделайте первой строкой: {header}", "warning")
