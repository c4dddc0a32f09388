"""Says in Russian, and with the mend, what the YAML parser says in English jargon.

Keyed on the wording of libyaml. The place is moved to where the author made the
mistake, which is often the line before the one the parser stumbled over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from navigator.reader.finding import Finding

QUOTE = "возьмите весь текст в кавычки или запишите его с новой строки после «>-»"
STRAIGHT = ('возьмите весь текст в прямые кавычки: title: "Индия: этикетка" (ёлочки здесь не помогают) '
            "или запишите после >- с новой строки")

_KEY = re.compile(r"[ ]*(?:-[ ]+)*[A-Za-z_][\w-]*:(?=\s|$)")
_TIGHT_KEY = re.compile(r"[ ]*(?:-[ ]+)*[A-Za-z_][\w-]*:(?=[^\s/])")
_BRACKET = "проверьте запятые и закрывающую скобку; если скобка — часть текста, возьмите весь текст в кавычки"
_TIGHT_DASH = re.compile(r"[ ]*-(?=[A-Za-z_][\w-]*:)")
_CLOSE = "закройте её в конце текста; если кавычка — часть текста, замените её ёлочкой «"

_REFERENCE = re.compile(r"^[ ]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?\[\[")
_HASH = re.compile(r"[^\s\]}\"'][ \t]+#")


@dataclass(frozen=True, slots=True)
class _Stumble:
    """Where and over what the parser has stumbled; lines and columns from 0."""

    lines: list[str]
    line: int
    column: int
    from_line: int  # where the unfinished thing began
    from_column: int
    context: str
    problem: str

    @property
    def row(self) -> str:
        """The line the parser stopped at."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def sign(self) -> str:
        """The character the parser stopped at."""
        return self.row[self.column : self.column + 1]

    def above(self) -> int:
        """The number of the nearest line above that is neither empty nor a comment."""
        at = min(self.line, len(self.lines)) - 1
        while at > 0 and (not self.lines[at].strip() or self.lines[at].lstrip().startswith("#")):
            at -= 1
        return max(at, 0)


def explain(error: yaml.YAMLError, text: str) -> Finding:
    """The problem behind an error of the parser."""
    if not isinstance(error, yaml.MarkedYAMLError) or (error.problem_mark or error.context_mark) is None:
        return _unreadable(error, text)
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    assert mark is not None and start is not None  # noqa: S101, PT018 -- looked at above
    lines = text.split("\n")
    stumble = _Stumble(
        lines, min(mark.line, len(lines) - 1), mark.column, min(start.line, len(lines) - 1), start.column,
        error.context or "", error.problem or "",
    )
    for words, answer in _ANSWERS:
        if words in stumble.problem or words in stumble.context:
            return answer(stumble)
    return _at(stumble, "B99", "YAML здесь не разобрать", "сравните отступы, кавычки и двоеточия с соседними записями")


def _unreadable(error: yaml.YAMLError, text: str) -> Finding:
    """A character that YAML does not take, by its offset."""
    offset = getattr(error, "position", 0)
    offset = offset if isinstance(offset, int) and 0 <= offset <= len(text) else 0
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return Finding(line, column, "A18", "знак, которого не бывает в тексте", "удалите его и наберите строку заново")


def _at(stumble: _Stumble, code: str, message: str, fix: str) -> Finding:
    return Finding(stumble.line + 1, stumble.column + 1, code, message, fix)


def _from(stumble: _Stumble, code: str, message: str, fix: str) -> Finding:
    return Finding(stumble.from_line + 1, stumble.from_column + 1, code, message, fix)


def _colon(stumble: _Stumble) -> Finding:
    """A colon where YAML does not expect one."""
    key = _KEY.match(stumble.row)
    if key is None or key.end() - 1 != stumble.column:
        return _at(stumble, "B10", "двоеточие с пробелом в строке", STRAIGHT)
    above = stumble.above()
    upper = stumble.lines[above]
    if tight := _TIGHT_KEY.match(upper):
        return Finding(above + 1, tight.end() + 1, "B19", "после двоеточия нет пробела", "поставьте пробел")
    if ":" not in upper and not upper.lstrip().startswith("- "):
        column = len(upper) - len(upper.lstrip()) + 1
        return Finding(above + 1, column, "B19", "в строке нет имени поля с двоеточием",
                       "допишите «имя: » или, если это продолжение текста выше, сдвиньте строку вправо")
    indent = len(stumble.row) - len(stumble.row.lstrip()) + 1
    return Finding(stumble.line + 1, indent, "B15", "лишний отступ: строка стоит глубже своих соседей",
                   "поставьте имя поля ровно под именем соседнего поля той же записи")


def _no_colon(stumble: _Stumble) -> Finding:
    """A line that should be `name: value` and is not."""
    row = stumble.lines[stumble.from_line]
    above = stumble.from_line - 1
    if above >= 0 and (swallowed := _HASH.search(stumble.lines[above])) and row.startswith(" "):
        return Finding(above + 1, swallowed.end(), "B05", "текст после «#» пропадает: для YAML это примечание", QUOTE)
    if tight := _TIGHT_KEY.match(row):
        return Finding(stumble.from_line + 1, tight.end() + 1, "B19", "после двоеточия нет пробела", "поставьте пробел")
    return _from(stumble, "B19", "в строке нет имени поля с двоеточием",
                 "если это продолжение текста выше, сдвиньте строку вправо — ровно под его первую строку; "
                 "если новое поле — допишите «имя: »")


def _block(stumble: _Stumble) -> Finding:
    """Something between two fields that is not a field."""
    return _block_start(stumble) or _block_end(stumble)


def _block_start(stumble: _Stumble) -> Finding | None:
    """What the line, or the one above, begins with."""
    before = stumble.row[: stumble.column].rstrip()
    above = stumble.above()
    if not before and (swallowed := _HASH.search(stumble.lines[above])):
        return Finding(above + 1, swallowed.end(), "B05", "текст после «#» пропадает: для YAML это примечание", QUOTE)
    if stumble.sign == ":":
        return _at(stumble, "B04", "перед двоеточием нет имени поля",
                   "впишите имя поля или, если двоеточие — часть текста, возьмите весь текст в кавычки")
    if reference := _REFERENCE.search(stumble.row[: stumble.column]):
        return Finding(stumble.line + 1, reference.end() - 1, "B12", "текст не может начинаться со скобки «[»", QUOTE)
    return None


def _block_end(stumble: _Stumble) -> Finding:
    """What has ended just before."""
    before = stumble.row[: stumble.column].rstrip()
    if before.endswith(('"', "'")) and (opened := _left_open(stumble, before)):
        return opened
    if before.endswith(('"', "'")):
        return _at(stumble, "B11", "текст продолжается после закрывающей кавычки",
                   "возьмите в кавычки весь текст целиком, а кавычки внутри него сделайте ёлочками «…»")
    if before.endswith(("]", "}")) or stumble.sign in ("]", "}"):
        return _at(stumble, "B18", "скобки не сходятся: после закрывающей скобки есть ещё текст",
                   "если скобки — часть текста, возьмите весь текст в кавычки; иначе удалите лишнее")
    if stumble.row.lstrip().startswith("- "):
        return _at(stumble, "B17", "пункт списка с дефисом стоит не на своём месте",
                   "поставьте дефис под дефисами того же списка, а перед списком — строку «имя:»")
    return _indent(stumble)


def _left_open(stumble: _Stumble, before: str) -> Finding | None:
    """A quote of a line above, when what looks like a closing quote here was meant to open."""
    quote = before[-1]
    if before.count(quote) % 2 == 0:
        return None
    for at in range(stumble.line - 1, -1, -1):
        row = stumble.lines[at]
        if row.count(quote) % 2 and (opening := re.search(rf"(?:^|[:\-\[,])[ ]*{quote}", row)):
            return Finding(at + 1, opening.end(), "B14", "кавычка открыта и не закрыта", _CLOSE)
    return None


def _indent(stumble: _Stumble) -> Finding:
    for at in range(stumble.line, max(stumble.from_line, stumble.line - 60) - 1, -1):
        if dash := _TIGHT_DASH.match(stumble.lines[at]):
            return Finding(at + 1, dash.end(), "B19", "после дефиса нет пробела", "поставьте пробел: «- имя: …»")
    return _at(stumble, "B15", "отступ не совпадает с соседними строками",
               "выровняйте строку: поля одной записи и строки одного текста начинаются с одного столбца")


def _dash(stumble: _Stumble) -> Finding:
    """A line of a list that has no dash, or not at its column."""
    if stumble.row[: stumble.column].rstrip().endswith(('"', "'")):
        return _block(stumble)
    if _KEY.match(stumble.row) and stumble.column > stumble.from_column:
        return _at(stumble, "B15", "поле стоит не под первым полем своего пункта",
                   "выровняйте его: поля одного пункта начинаются с одного столбца")
    return _at(stumble, "B17", "в списке ожидался пункт с дефисом",
               "начните строку с «- » под дефисами списка; поле пункта сдвиньте вправо, под первое поле этого пункта")


def _first_sign(stumble: _Stumble) -> Finding:
    """A text that begins with a sign YAML keeps for itself."""
    if stumble.sign == "\t":
        return _tab(stumble)
    if not stumble.sign:
        return _unclosed(stumble)
    return _at(stumble, "B12", f"текст не может начинаться со знака «{stumble.sign}»", QUOTE)


def _unclosed(stumble: _Stumble) -> Finding:
    """The file has ended inside brackets: the last one opened."""
    for at in range(stumble.line, -1, -1):
        column = max(stumble.lines[at].rfind("["), stumble.lines[at].rfind("{"))
        if column >= 0:
            sign = stumble.lines[at][column]
            return Finding(at + 1, column + 1, "B18", f"скобка «{sign}» не закрыта", _BRACKET)
    return _indent(stumble)


def _tab(stumble: _Stumble) -> Finding:
    return _at(stumble, "A04", "табуляция вместо пробелов", "замените её пробелами: два пробела на уровень")


def _backslash(stumble: _Stumble) -> Finding:
    return _at(stumble, "B13", "обратная косая черта «\\» внутри двойных кавычек — служебный знак",
               "возьмите текст в одинарные кавычки '…' или уберите черту")


def _open_quote(stumble: _Stumble) -> Finding:
    return _from(stumble, "B14", "кавычка открыта и не закрыта", _CLOSE)


def _bracket(stumble: _Stumble) -> Finding:
    sign = stumble.lines[stumble.from_line][stumble.from_column : stumble.from_column + 1] or "["
    if "did not find expected key" in stumble.problem:
        return _block(stumble)
    return _from(stumble, "B18", f"скобка «{sign}» не закрыта или между значениями нет запятой",
                 _BRACKET)


def _one_line_list(stumble: _Stumble) -> Finding:
    return _at(stumble, "B17", "список начат в одной строке с именем поля",
               "перенесите «- …» на следующую строку; если дефис — часть текста, возьмите весь текст в кавычки")


def _block_scalar(stumble: _Stumble) -> Finding:
    if "tab" in stumble.problem:
        return _tab(stumble)
    return _at(stumble, "B20", "после «>-» или «|» в той же строке есть ещё знаки",
               "оставьте в строке только «>-», а текст начните со следующей строки с отступом")


def _name_sign(stumble: _Stumble) -> Finding:
    """`&`, `*` and `!` at the beginning of a text."""
    sign = stumble.lines[stumble.from_line][stumble.from_column : stumble.from_column + 1]
    return _from(stumble, "B12", f"текст не может начинаться со знака «{sign}»", QUOTE)


def _directive(stumble: _Stumble) -> Finding:
    return _from(stumble, "B12", "строка не может начинаться со знака «%»", QUOTE)


def _second(stumble: _Stumble) -> Finding:
    return _at(stumble, "B01", "после конца записи есть ещё текст", "в файле одна запись: уберите строки «---» и «...»")


def _deep(stumble: _Stumble) -> Finding:
    return _at(stumble, "B07", "слишком глубокая вложенность", "проверьте отступы и скобки")


# The first words that occur in the problem or its context decide; the order matters.
_ANSWERS: tuple[tuple[str, Callable[[_Stumble], Finding]], ...] = (
    ("tab character", _tab),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("block sequence entries are not allowed", _one_line_list),
    ("scanning a quoted scalar", _open_quote),
    ("parsing a quoted scalar", _backslash),
    ("scanning a block scalar", _block_scalar),
    ("scanning a directive", _directive),
    ("parsing a %TAG", _directive),
    ("scanning an a", _name_sign),  # an alias, an anchor
    ("a tag", _name_sign),
    ("tag handle", _name_sign),
    ("cannot start any token", _first_sign),
    ("nesting", _deep),
    ("flow sequence", _bracket),
    ("flow mapping", _bracket),
    ("block collection", _dash),
    ("block mapping", _block),
    ("did not find expected node content", _first_sign),
    ("<document start>", _second),
    ("unexpected ':'", _colon),
)
