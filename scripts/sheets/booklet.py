"""All checklists as one booklet: how to use it, the summary, the lists, the terms they use, the works they cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from navigator import prose
from navigator.base import KnowledgeBase
from navigator.citation import gost
from navigator.model import Checklist, Page, Source, Statement, Term
from navigator.terms import TermIndex
from sheets import words
from sheets.checklists import item, recommendation
from sheets.overview import GROUP, summary
from sheets.sheet import Data, Press, Sheet

_HOW_TO = "checklists-overview"
_ON_PAPER = "print-overview"
_ARTICLE = "ilkevich-2025"


def sheets(press: Press) -> tuple[Sheet, ...]:
    """The booklet, where there are checklists and the page that says how to use them."""
    base = press.base
    if not base.checklists or not isinstance(base.records.get(_HOW_TO), Page):
        return ()
    terms = _terms(base)
    records = tuple(one.id for one in (*base.checklists, *_pages(base), *terms))
    return (
        Sheet(
            name="checklists-booklet", title="Чек-листы «Методического навигатора»",
            description="Все восемь чек-листов с оглавлением, сводным листом, словарём и источниками.",
            template="booklet.typ", data=partial(_data, terms=terms), records=records, page="checklists/", group=GROUP,
        ),
    )


def _data(press: Press, terms: Sequence[Term]) -> Data:
    base = press.base
    how_to = _pages(base)
    return {
        **summary(press),
        "lead": _statements(base, how_to[0].lead),
        "sections": [{"title": words.text(one.title), "paragraphs": _statements(base, one.paragraphs),
                      "items": _statements(base, one.items)} for page in how_to for one in page.sections],
        "checklists": [_chapter(press, one) for one in base.checklists],
        "terms": [{"term": words.text(term.term), "definition": _statements(base, term.definition)}
                  for term in terms],
        "works": [{"key": words.text(work.key), "text": words.text(gost(work)), "language": work.language}
                  for work in _works(base, terms)],
    }


def _pages(base: KnowledgeBase) -> list[Page]:
    """The prose that says how to use the booklet."""
    return [page for id in (_HOW_TO, _ON_PAPER) if isinstance(page := base.records.get(id), Page)]


def _chapter(press: Press, record: Checklist) -> Data:
    about = recommendation(press, record)
    return {
        "number": about.number,
        "title": words.text(about.short),
        "quote": words.text(about.title),
        "intro": _statements(press.base, record.intro),
        "items": [item(press, one) for one in record.items],
    }


def _statements(base: KnowledgeBase, found: Iterable[Statement]) -> list[Data]:
    return [{"text": words.rich(base, one.text), "mark": words.key(base, one)} for one in found]


def _terms(base: KnowledgeBase) -> list[Term]:
    """The terms that the texts of the checklists use, in the order of the alphabet."""
    index, used = TermIndex(base.terms), set[str]()
    for text in chain.from_iterable(_texts(one) for one in base.checklists):
        index.link(prose.parse(text), used)
    found = [term for term in base.terms if term.id in used]
    return sorted(found, key=lambda term: term.term.casefold().replace("ё", "е"))


def _texts(record: Checklist) -> Iterator[str]:
    for statement in record.intro:
        yield statement.text
    for one in record.items:
        yield from (one.action, one.evidence)
        if one.hand_off:
            yield from (one.hand_off.ask, one.hand_off.changes)


def _works(base: KnowledgeBase, terms: Sequence[Term]) -> list[Source]:
    """The article, then the works that the booklet cites, in the order of the alphabet."""
    statements = [one for record in base.checklists for one in (*record.intro, *record.items)]
    statements += [one for term in terms for one in term.definition]
    for page in _pages(base):
        statements += [*page.lead, *(one for part in page.sections for one in (*part.paragraphs, *part.items))]
    cited = {id for one in statements for id in one.sources} - {_ARTICLE}
    works = sorted((work for work in base.sources if work.id in cited), key=lambda work: work.key.casefold())
    return [*(work for work in base.sources if work.id == _ARTICLE), *works]
