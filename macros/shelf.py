"""Puts terms and works in the order in which their pages show them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.site import Site
from navigator.model import Direction, Mode, Record, Source, Term

# Directions have no number: more, the same, less, again.
_DIRECTIONS = ("increase", "hold", "reduce", "re-entry")
_ADDRESS = re.compile(r"DOI: (?P<doi>10\.\d{4,9}/\S+?)(?=\.?(?:\s|$))|URL: (?P<url>https?://\S+?)(?=\.?(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Group:
    """Works that stand together on the page of sources."""

    id: str
    title: str
    works: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class State:
    """How far the records of one page have come: how many, how many drafts, when they were last looked at."""

    records: int
    drafts: int
    oldest: dt.date
    newest: dt.date

    @property
    def all_drafts(self) -> bool:
        """Whether one word for the page says it, so that entries need not repeat it."""
        return self.drafts == self.records


@dataclass(frozen=True, slots=True)
class Citing:
    """The pages that cite a work; terms of the glossary are kept apart, they are many."""

    pages: tuple[str, ...]
    terms: tuple[str, ...]


def alphabetical(word: str) -> str:
    """The key by which words are sorted: «ё» stands with «е», quotes and case do not count."""
    return word.casefold().replace("ё", "е").lstrip("«„\"")


def in_order(directions: Iterable[Direction]) -> list[Direction]:
    """Directions in the order of their picture, ones it does not know last."""
    return sorted(directions, key=lambda one: (_DIRECTIONS.index(one.id) if one.id in _DIRECTIONS else 99, one.id))


def by_letter(terms: Iterable[Term]) -> list[tuple[str, str, list[Term]]]:
    """Letters with their anchors and terms, Russian letters first."""
    found: dict[str, list[Term]] = {}
    for term in sorted(terms, key=lambda one: alphabetical(one.term)):
        found.setdefault(alphabetical(term.term)[0].upper(), []).append(term)
    order = sorted(found, key=lambda letter: (letter.isascii(), letter))
    return [(letter, f"letter-{ord(letter):x}", found[letter]) for letter in order]


def by_role(sources: Iterable[Source]) -> list[Group]:
    """The article, its list of references in its order, then other works by their key."""
    sources = tuple(sources)
    article = tuple(one for one in sources if one.id == "ilkevich-2025")
    listed = tuple(sorted((one for one in sources if one.number), key=lambda one: one.number or 0))
    other = tuple(sorted((one for one in sources if not one.number and one not in article),
                         key=lambda one: alphabetical(one.key)))
    groups = (Group("the-article", "Статья", article), Group("list", "Список литературы статьи", listed),
              Group("other", "Другие работы, на которые опирается сайт", other))
    return [group for group in groups if group.works]


def ways_of(modes: Iterable[Mode]) -> dict[str, list[Mode]]:
    """The ways in that need a term, by the id of the term."""
    found: dict[str, list[Mode]] = {}
    for mode in sorted(modes, key=lambda one: alphabetical(one.title)):
        for term in mode.terms if mode.status != "retired" else ():
            found.setdefault(term, []).append(mode)
    return found


def state(records: Iterable[Record]) -> State | None:
    """The state of the records that a page gathers; nothing when it gathers none."""
    records = tuple(records)
    if not records:
        return None
    days = [record.reviews[-1].date for record in records]
    return State(len(records), sum(record.status == "draft" for record in records), min(days), max(days))


def citing(site: Site, id: str) -> Citing:
    """Who cites the work."""
    ids = site.usage.of(id)
    terms = tuple(one for one in ids if site.base.kind_of(one) == "term")
    return Citing(tuple(one for one in ids if one not in terms), terms)


def linked(description: str) -> Markup:
    """A bibliographic description whose DOI or address can be followed."""
    parts: list[Markup] = []
    start = 0
    for match in _ADDRESS.finditer(description):
        parts.append(escape(description[start: match.start()]))
        url = f"https://doi.org/{match['doi']}" if match["doi"] else match["url"]
        shown = match["doi"] or match["url"]
        label = "DOI: " if match["doi"] else "URL: "
        parts.append(Markup('{}<a class="out" href="{}" rel="external noopener">{}</a>').format(label, url, shown))
        start = match.end()
    parts.append(escape(description[start:]))
    return Markup("").join(parts)
