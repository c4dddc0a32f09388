"""What every page is made with: the templates, the pen, the facts of the front matter."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros import shelf
from macros.address import address
from macros.attached import attached
from macros.dates import day
from macros.gone import came_here, gone, handed_over, replacement
from macros.pen import Pen
from macros.site import Site
from macros.usage import ARTICLE
from navigator.citation import gost
from navigator.freshness import ages
from navigator.model import Page, Record
from navigator.plural import counted, plural
from navigator.typography import set_spaces

TEMPLATES = Path(__file__).parent / "templates"
# Here «лицензия» is the licence of the texts, not the way into a market that the glossary explains.
WITHOUT_TERMS = frozenset({"licence"})
AnyRecord = TypeVar("AnyRecord", bound=Record)


class NoRecordError(LookupError):
    """A page asks for a record that the content does not have."""


@dataclass(frozen=True)
class Made:
    """A page: its Markdown and what its front matter would say."""

    markdown: str
    meta: Mapping[str, str]

    @property
    def front_matter(self) -> dict[str, str | list[str]]:
        """What the theme reads: names of scripts and styles as lists, for its templates call no methods of Python.

        The theme writes the rest as it is, inside attributes too.
        """
        plain = {key: html.escape(value) for key, value in self.meta.items()}
        return {**plain, **{key: self.meta[key].split() for key in ("script", "style") if key in self.meta}}


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The Jinja environment of the templates beside this file."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True,
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.do"],
    )
    made.filters.update(set=set_spaces, day=day, gost=gost, ages=ages)
    made.globals.update(counted=counted, plural=plural, attached=attached, gone=gone,
                        handed_over=handed_over, came_here=came_here, linked=shelf.linked,
                        ARTICLE=ARTICLE)
    return made


def prose(site: Site, id: str, template: str, *, script: str = "", style: str = "", **more: object) -> Made:
    """A page whose record is prose; `script` and `style` name what it loads besides what every page does."""
    record = lookup(site, id, Page)
    facts = {"title": record.title, "description": record.description, "script": script, "style": style}
    return fill(site, record, template, facts, **more)


def fill(site: Site, record: Record, template: str, facts: Mapping[str, str], **more: object) -> Made:
    """The template filled; `facts` are the title, the description and the script of the page, where it has one."""
    pen = Pen(site, address(site.base, record.id), record.id, terms=record.id not in WITHOUT_TERMS)
    markdown = environment().get_template(template).render(
        site=site, base=site.base, pen=pen, record=record, title=facts["title"], **more
    )
    meta = {name: set_spaces(" ".join(words.split())) for name, words in facts.items() if words}
    if record.status == "retired":
        meta |= {"retired": "true", "replacement": replacement(site.base, record)}
    return Made(markdown, {**meta, "record": record.id})


def lookup(site: Site, id: str, model: type[AnyRecord]) -> AnyRecord:
    """The record of this id and kind; NoRecordError where the content has none."""
    record = site.base.records.get(id)
    if not isinstance(record, model):
        raise NoRecordError(f"no {model.__name__.lower()} «{id}» in the content")
    return record
