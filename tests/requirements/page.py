"""A page as its reader gets it: the HTML that its Markdown becomes, as nodes that can be searched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

import markdown

_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "path", "circle", "wbr"})
_HEADINGS = frozenset({"h1", "h2"})
# Words on both sides of these never run together.
_BLOCKS = frozenset({"p", "li", "ol", "ul", "div", "h1", "h2", "h3", "td", "th", "tr", "dd", "dt", "small", "details"})


@dataclass
class Node:
    """An element with its attributes and what it holds."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    inner: list[Node | str] = field(default_factory=list)

    def all(self, tag: str = "", cls: str = "", **attributes: str) -> Iterator[Node]:
        """Elements inside, at any depth, with the tag, the class and the attributes; `_` stands for `-`."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        for node in self._walk():
            if tag in ("", node.tag) and cls in ("", *node.classes) and wanted.items() <= node.attributes.items():
                yield node

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @cached_property
    def words(self) -> str:
        """Its text, with plain single spaces."""
        parts = (part if isinstance(part, str) else f" {part.words} " if part.tag in _BLOCKS else part.words
                 for part in self.inner)
        return " ".join("".join(parts).split())

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        return [node.attributes.get("href", "") for node in self.all("a")]

    def _walk(self) -> Iterator[Node]:
        for part in self.inner:
            if isinstance(part, Node):
                yield part
                yield from part._walk()


class Page(Node):
    """The whole page, with sections by the anchor of their heading."""

    def section(self, anchor: str) -> Node:
        """What stands under a heading of the first or second level up to the next one; empty where it is absent."""
        found = Node("section")
        inside = False
        for part in self.inner:
            if isinstance(part, Node) and part.tag in _HEADINGS:
                inside = part.attributes.get("id") == anchor
            elif inside:
                found.inner.append(part)
        return found

    @property
    def anchors(self) -> list[str]:
        """Anchors of the headings of the second level in their order."""
        return [node.attributes.get("id", "") for node in self.inner if isinstance(node, Node) and node.tag == "h2"]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page("page")
        self._open: list[Node] = [self.page]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inner.append(node)
        if tag not in _EMPTY:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].inner.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].inner.append(data)


def parse(text: str) -> Page:
    """The page of some Markdown."""
    builder = _Builder()
    builder.feed(markdown.markdown(text, extensions=["attr_list", "toc"]))
    builder.close()
    return builder.page
