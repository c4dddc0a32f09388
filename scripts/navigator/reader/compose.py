"""Composes the tree of a YAML text from the events of the parser, in one pass and without recursion.

Depth is counted on the events, so deep nesting cannot crash the C parser; what
YAML allows and content does not (anchors, tags, two documents) is refused here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from navigator.reader import letters
from navigator.reader.finding import Finding
from navigator.reader.syntax import explain
from navigator.reader.tree import Node

MAX_DEPTH = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"[ \t]+#[^\n]*|(?<=:)#[^\n]*")
_NEXT_LINE_COMMENT = re.compile(r"[ \t]*\n[ \t]+#[^\n]*")
_STRAY_DASH = re.compile(r"\n[ \t]*-[ \t]")
_CODED = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\"\\/\s])")  # a sign by its code
_NOTHING = frozenset({"~", "null", "Null", "NULL"})


class _RefusedError(Exception):
    """The rest of the file is not worth reading."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open."""

    node: Node
    key: str | None = None  # of the value that comes next
    key_at: tuple[int, int] | None = None
    key_stays: bool = True  # a repeated key is reported and its value dropped


@dataclass(slots=True)
class Composed:
    """The tree of a file, or nothing where there is none to speak of, and what is wrong with it."""

    node: Node | None
    findings: list[Finding] = field(default_factory=list)


def compose(text: str) -> Composed:
    """The tree of the one document in the text."""
    composer = _Composer(text)
    node: Node | None = None
    try:
        composer.run()
        node = composer.top()
    except _RefusedError as refused:
        composer.findings.append(refused.finding)
    except yaml.YAMLError as error:
        composer.findings.append(explain(error, text))
    return Composed(node, composer.findings)


class _Composer:
    """Follows the events and keeps the open lists and mappings on a stack of its own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.findings: list[Finding] = []
        self.stack: list[_Frame] = []
        self.root: Node | None = None
        self.documents = 0

    def run(self) -> None:
        """Take every event of the text."""
        for event in yaml.parse(self.text, _LOADER):  # events only, nothing is constructed
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self.scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self.open(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.close(event)
            elif kind is yaml.AliasEvent:
                self.alias(event)
            elif kind is yaml.DocumentStartEvent:
                self.document(event)

    def top(self) -> Node | None:
        """The mapping at the top of the file."""
        if self.root is None or self.root.value == "":
            self.add(1, 1, "B01", "в файле нет ни одного поля", "заполните запись по образцу соседних файлов")
            return None
        if isinstance(self.root.value, dict):
            return self.root
        what = "список" if isinstance(self.root.value, list) else "просто текст"
        self.add(
            self.root.line, self.root.column, "B01", f"файл должен состоять из полей «имя: значение», а здесь {what}",
            "начните с поля id, дальше — остальные поля записи, каждое с начала строки",
        )
        return None

    def add(self, line: int, column: int, code: str, message: str, fix: str) -> None:
        """Note a problem and go on."""
        self.findings.append(Finding(line, column, code, message, fix))

    def document(self, event: Any) -> None:
        """A document starts; content has one in a file and no directives."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.documents += 1
        if self.documents > 1:
            raise _RefusedError(Finding(
                line, column, "B01", "в файле больше одной записи: «---» начинает вторую",
                "перенесите вторую запись в свой файл, а строку «---» удалите",
            ))
        if event.version or event.tags:
            self.add(line, column, "B03", "служебные строки YAML с «%» здесь не разрешены",
                     "удалите строку, которая начинается с «%»")

    def alias(self, event: Any) -> None:
        """`*name` is either a forgotten quote or an attempt to reuse a value; neither is allowed."""
        raise _RefusedError(Finding(
            event.start_mark.line + 1, event.start_mark.column + 1, "B03",
            f"«*{event.anchor}» для YAML — повтор другого места файла, такие повторы не разрешены",
            "если звёздочка — часть текста, возьмите весь текст в кавычки; если нужен повтор, впишите значение целиком",
        ))

    def decorated(self, event: Any) -> None:
        """Refuse an anchor or a tag."""
        if event.anchor is None and event.tag is None:
            return
        mark = f"&{event.anchor}" if event.anchor is not None else _tag_as_typed(event.tag)
        what = "имя для повторов (якорь)" if event.anchor is not None else "указание типа (тег)"
        self.add(
            event.start_mark.line + 1, event.start_mark.column + 1, "B03",
            f"«{mark}» для YAML — {what}, в записях это не разрешено",
            f"если «{mark[0]}» — часть текста, возьмите весь текст в кавычки; иначе удалите «{mark}»",
        )

    def open(self, event: Any, empty: dict[str, Node] | list[Node]) -> None:
        """A list or a mapping starts."""
        self.decorated(event)
        start = event.start_mark
        line, column = start.line + 1, start.column + 1
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is None and isinstance(frame.node.value, dict):
            raise _RefusedError(Finding(
                line, column, "B04", "список или набор полей стоит там, где нужно имя поля",
                "если скобки — часть текста, возьмите весь текст в кавычки",
            ))
        node = Node(empty, line, column, span=(start.index, start.index))
        self.place(node)
        if len(self.stack) >= MAX_DEPTH:
            raise _RefusedError(Finding(
                line, column, "B07", f"вложенность глубже {MAX_DEPTH} уровней",
                "проверьте отступы и скобки: в записях столько уровней не бывает",
            ))
        self.stack.append(_Frame(node))

    def close(self, event: Any) -> None:
        """A list or a mapping ends."""
        node = self.stack.pop().node
        node.span = (node.span[0], event.end_mark.index)

    def scalar(self, event: Any) -> None:
        """A key or a text."""
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is None and isinstance(frame.node.value, dict):
            self.take_key(frame, event)
            return
        self.decorated(event)
        start, end = event.start_mark, event.end_mark
        unquoted = not event.style
        node = Node(event.value, start.line + 1, start.column + 1, span=(start.index, end.index), plain=unquoted)
        self.place(node)
        if unquoted:
            self.look_at_plain(node)
        elif event.style == '"' and (bad := letters.unseen_in(event.value)):
            node.reported = True
            self.add(node.line, node.column, "A18", f"в тексте записан невидимый знак: {letters.name_of(bad)}",
                     "удалите из текста запись этого знака, она начинается с обратной косой черты «\\»")
        elif event.style == '"':
            self.coded(event)

    def coded(self, event: Any) -> None:
        """A sign written by its code: nobody who reads the file sees what it is."""
        start, end = event.start_mark, event.end_mark
        for match in _CODED.finditer(self.text, start.index, end.index):
            before = self.text[start.index : match.start()]
            if (len(before) - len(before.rstrip("\\"))) % 2 == 0:
                self.add(start.line + 1, start.column + 1, "B13", f"знак записан кодом: «{match[0]}»",
                         "впишите сам знак, без обратной косой черты")
                return

    def take_key(self, frame: _Frame, event: Any) -> None:
        """The name of a field."""
        self.decorated(event)
        if event.style == '"':
            self.coded(event)
        key: str = event.value
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        fields = frame.node.value
        assert isinstance(fields, dict)  # noqa: S101 -- the caller has looked
        frame.key, frame.key_at, frame.key_stays = key, (line, column), True
        if key == "<<" and not event.style:
            frame.key_stays = False
            self.add(line, column, "B03", "«<<» для YAML — вставка другого места файла, такие вставки не разрешены",
                     "впишите нужные поля целиком")
        elif key in fields:
            first = (fields[key].key or (line, column))[0]
            frame.key_stays = False
            self.add(line, column, "B02", f"поле «{key}» повторяется, первый раз оно в строке {first}",
                     "оставьте одно из двух")
        elif key == "":
            frame.key_stays = False
            self.add(line, column, "B04", "перед двоеточием нет имени поля",
                     "впишите имя поля или, если двоеточие — часть текста, возьмите весь текст в кавычки")

    def place(self, node: Node) -> None:
        """Put a value where it belongs."""
        if not self.stack:
            self.root = self.root or node
            return
        frame = self.stack[-1]
        if isinstance(frame.node.value, list):
            frame.node.value.append(node)
            return
        node.key = frame.key_at
        if frame.key_stays and frame.key is not None and isinstance(frame.node.value, dict):
            frame.node.value[frame.key] = node
        frame.key = None

    def look_at_plain(self, node: Node) -> None:
        """What an unquoted text hides: emptiness, a swallowed comment, a dash at a wrong indent."""
        start, end = node.span
        value = str(node.value)
        comment = _COMMENT.match(self.text, end)
        if value == "" and comment is None:
            comment = _NEXT_LINE_COMMENT.match(self.text, end)
        if value == "" and comment is None and self.text[start - 1 : start] not in (":", "-", "?"):
            return  # `{word}`: what is wrong there is not that a value is empty
        line, column = node.heading
        if comment is not None:
            node.reported = value == ""
            at = comment.end() - len(comment[0].lstrip())
            row = self.text.count("\n", 0, at) + 1
            self.add(row, at - self.text.rfind("\n", 0, at), "B05",
                     "текст после «#» пропадает: для YAML это примечание",
                     "если это часть текста, возьмите весь текст в кавычки; если примечание — поставьте его отдельной "
                     "строкой выше")
        elif value == "" or value in _NOTHING:
            node.reported = True
            written = f"написано «{value}»" if value else "после двоеточия ничего нет"
            if node.key is None:
                written = f"написано «{value}»" if value else "после дефиса ничего нет"
            self.add(line, column, "B06", f"пустое значение: {written}",
                     "впишите значение или удалите эту строку целиком")
        elif (dash := _STRAY_DASH.search(self.text, start, end)) is not None:
            node.reported = True
            at = dash.end() - 2
            row = self.text.count("\n", 0, at) + 1
            self.add(row, at - self.text.rfind("\n", 0, at), "B15",
                     "пункт списка стоит с лишним отступом и приклеился к тексту выше",
                     "поставьте дефис ровно под дефисом предыдущего пункта")


def _tag_as_typed(tag: str) -> str:
    """`!!str` for what the parser has spelled out."""
    return "!!" + tag.removeprefix("tag:yaml.org,2002:") if tag.startswith("tag:yaml.org,2002:") else tag
