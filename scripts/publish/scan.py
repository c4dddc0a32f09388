"""Reads the built HTML back and names what a reader must never meet.

Nothing here knows how pages are made: braces, macro errors, dead links and
requests to other hosts are looked for in the files that will be published.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}")
_MACRO_ERROR = re.compile(r"Macro (?:Rendering|Syntax) Error|Undefined(?:Error)?\b|Traceback \(most recent")
_EMPTY_VALUE = re.compile(r"(?<![\w«])None(?![\w»])")
_CSS_URL = re.compile(r"""(?:@import\s+|url\()\s*['"]?((?:https?:)?//[^'")\s]+)""")
_SILENT = {"script", "style", "template"}
_LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "audio": "src", "video": "src",
            "embed": "src", "object": "data", "track": "src", "input": "src"}
_LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch",
                 "manifest", "apple-touch-icon"}


@dataclass
class _Page(HTMLParser):
    """What one HTML file holds: ids, links, loads, visible text."""

    ids: set[str] = field(default_factory=set)
    repeated: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)  # attributes that run something
    headings: int = 0
    language: str | None = None
    titled: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.code += [f"{name} у <{tag}>" for name in values if name.startswith("on") or name == "http-equiv"]
        if "id" in values:
            (self.repeated if values["id"] in self.ids else self.ids).add(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in _LOADING and values.get(_LOADING[tag]):
            self.loads.append(values[_LOADING[tag]])
        if tag == "link" and values.get("href") and _LOADING_RELS & set(values.get("rel", "").split()):
            self.loads.append(values["href"])
        if tag == "form" and values.get("action"):
            self.loads.append(values["action"])
        if tag == "html":
            self.language = values.get("lang")
        if tag == "h1":
            self.headings += 1
        if tag == "title":
            self.titled = True
        if tag in _SILENT:
            self._silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(data)


def _read(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text(encoding="utf-8"))
    page.close()
    return page


def _local(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def _is_anchor(fragment: str) -> bool:
    """A fragment with «=» carries state for a script; any other names a place on the page."""
    return bool(fragment) and "=" not in fragment


def _target(site: Path, page: Path, path: str, base: str) -> Path:
    """The file that a link to `path` from `page` opens."""
    if path.startswith("/"):
        path = "/" + path.removeprefix(base).lstrip("/")
    else:
        path = posixpath.join("/", page.parent.relative_to(site).as_posix(), path)
    normal = posixpath.normpath(unquote(path)).lstrip("/")
    target = site / normal
    return target / "index.html" if path.endswith("/") or target.is_dir() else target


def _text_problems(page: _Page) -> Iterator[str]:
    text = " ".join(page.text)
    for pattern, what in ((_BRACES, "осталась разметка шаблона"), (_MACRO_ERROR, "ошибка макроса вместо текста"),
                          (_EMPTY_VALUE, "пустое значение вместо текста")):
        if found := pattern.search(text):
            near = " ".join(text[max(0, found.start() - 40): found.end() + 40].split())
            yield f"{what}: «…{near}…»"
    for attribute in dict.fromkeys(page.code):
        yield f"в разметку попал код: {attribute}"
    if page.language != "ru":
        yield "у страницы не указан русский язык (lang=\"ru\")"
    if not page.titled:
        yield "у страницы нет заголовка в <title>"
    if page.headings != 1:
        yield f"заголовков первого уровня: {page.headings}, нужен ровно один"
    for name in sorted(page.repeated):
        yield f"якорь «{name}» встречается дважды"


def scan(site: Path, base: str = "/") -> list[str]:
    """Problems of the built site as Russian lines «page: what», in page order; empty when sound.

    `base` is the path of the site on its host, with slashes at both ends.
    """
    pages = {file: _read(file) for file in sorted(site.rglob("*.html")) if "pagefind" not in file.parts}
    problems: list[str] = []
    for file, page in pages.items():
        name = file.relative_to(site).as_posix()
        problems += [f"{name}: {what}" for what in _text_problems(page)]
        for address in page.loads:
            if not _local(address) and urlsplit(address).scheme != "data":
                problems.append(f"{name}: загружается с чужого адреса: {address}")
            elif _local(address) and not _target(site, file, urlsplit(address).path, base).is_file():
                problems.append(f"{name}: нет файла {address}")
        for address in dict.fromkeys(page.links):
            if not _local(address):
                if urlsplit(address).scheme not in ("http", "https", "mailto"):
                    problems.append(f"{name}: ссылка с недопустимой схемой: {address}")
                continue
            parts = urlsplit(address)
            target = _target(site, file, parts.path, base) if parts.path else file
            if not target.is_file():
                problems.append(f"{name}: ссылка {address} никуда не ведёт")
            elif target in pages and _is_anchor(parts.fragment) and unquote(parts.fragment) not in pages[target].ids:
                problems.append(f"{name}: на странице «{target.relative_to(site)}» нет якоря #{parts.fragment}")
    for style in sorted(site.rglob("*.css")):
        for address in _CSS_URL.findall(style.read_text(encoding="utf-8")):
            problems.append(f"{style.relative_to(site)}: загружается с чужого адреса: {address}")
    return problems
