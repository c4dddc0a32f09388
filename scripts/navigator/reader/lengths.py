"""Texts and words longer than any that a reader could use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navigator.plural import plural
from navigator.reader.finding import Finding
from navigator.reader.tree import Node

MOST_TEXT = 2000  # signs of one text; a paragraph of ours has five hundred at most
MOST_WORD = 80
MOST_ADDRESS = 500

_LONG = re.compile(rf"[^\s]{{{MOST_WORD + 1},}}")


def too_long(top: Node) -> Iterator[Finding]:
    """Every text of the tree that no page has room for."""
    left = [top]
    while left:
        node = left.pop()
        if isinstance(node.value, dict):
            left += node.value.values()
        elif isinstance(node.value, list):
            left += node.value
        elif len(node.value) > MOST_WORD and not node.reported:
            yield from _of(node, node.value)


def _of(node: Node, text: str) -> Iterator[Finding]:
    line, column = node.spot
    if len(text) > MOST_TEXT:
        yield Finding(line, column, "D04", f"текст слишком длинный: {_signs(len(text))}, а помещается {MOST_TEXT}",
                      "разделите его на абзацы или сократите")
        return
    for match in _LONG.finditer(text):
        most = MOST_ADDRESS if "://" in match[0] else MOST_WORD
        if len(match[0]) > most:
            yield Finding(line, column, "D04", f"слово из {_signs(len(match[0]), of=True)}: «{match[0][:20]}…»",
                          "проверьте, не пропали ли пробелы; такое слово не поместится на экран")
            return


def _signs(number: int, of: bool = False) -> str:
    noun = plural(number, "знака", "знаков", "знаков") if of else plural(number, "знак", "знака", "знаков")
    return f"{number} {noun}"
