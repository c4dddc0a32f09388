"""The pages of the site: each function takes the site and hands back Markdown for its stub."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros import picture, shelf
from macros.address import address
from macros.dates import day
from macros.pen import Pen
from macros.site import Site
from macros.usage import ARTICLE
from navigator.citation import gost
from navigator.model import Checklist, Page, Recommendation, Record
from navigator.plural import counted, plural
from navigator.typography import set_spaces

TEMPLATES = Path(__file__).parent / "templates"
# Anchors that every recommendation has; an expanded section of the same name steps aside.
FIXED_ANCHORS = frozenset({"why", "questions", "actions", "mistakes", "outcome", "links", "stages", "sources",
                           "factors", "top", "remark"})
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


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The Jinja environment of the templates beside this file."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True,
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.do"],
    )
    made.filters.update(set=set_spaces, day=day, gost=gost)
    made.globals.update(counted=counted, plural=plural, ARTICLE=ARTICLE)
    return made


def home_page(site: Site) -> Made:
    """The first page: what this is and the three ways in."""
    return _prose(site, "home", "home.md.j2")


def recommendations_page(site: Site) -> Made:
    """All eight as cards."""
    return _prose(site, "recommendations-overview", "recommendations.md.j2")


def recommendation_page(site: Site, id: str) -> Made:
    """One recommendation."""
    record = _record(site, id, Recommendation)
    anchors = {section.id: f"text-{section.id}" if section.id in FIXED_ANCHORS else section.id
               for section in record.expanded}
    factors = [one for one in site.base.factors if f"{one.side}-factors" == id]
    facts = {"title": record.short, "description": record.description}
    return _made(site, record, "recommendation.md.j2", facts,
                 checklist=site.base.checklist_for(id), anchors=anchors, factors=factors,
                 state=shelf.state(factors))


def checklists_page(site: Site) -> Made:
    """All checklists on one sheet."""
    return _prose(site, "checklists-overview", "checklists.md.j2", script="checklist")


def checklist_page(site: Site, id: str) -> Made:
    """One checklist with boxes to tick."""
    record = _record(site, id, Checklist)
    about = _record(site, record.recommendation, Recommendation)
    main = sum(item.level == "compact" for item in record.items)
    description = (
        f"{counted(len(record.items), 'пункт', 'пункта', 'пунктов')} с доказательствами к рекомендации "
        f"«{about.short}», без {main} из них нельзя. Отметки хранятся на вашем устройстве."
    )
    facts = {"title": f"Чек-лист: {about.short}", "description": description, "script": "checklist"}
    return _made(site, record, "checklist.md.j2", facts, about=about, main=main)


def stages_page(site: Site) -> Made:
    """Stages and directions with their picture."""
    base = site.base
    weights = {
        stage.id: [(one, weight) for one in base.recommendations for weight in one.stages if weight.stage == stage.id]
        for stage in base.stages
    }
    directions = shelf.in_order(base.directions)
    return _prose(site, "stages-overview", "stages.md.j2", weights=weights, directions=directions,
                  state=shelf.state((*base.stages, *directions)),
                  wide=picture.stages(base.stages, directions, upright=False),
                  tall=picture.stages(base.stages, directions, upright=True))


def glossary_page(site: Site) -> Made:
    """The glossary by letters."""
    return _prose(site, "glossary-overview", "glossary.md.j2", letters=shelf.by_letter(site.base.terms),
                  state=shelf.state(site.base.terms))


def sources_page(site: Site) -> Made:
    """Every work with the pages that cite it."""
    return _prose(site, "sources-overview", "sources.md.j2", groups=shelf.by_role(site.base.sources),
                  citing=lambda id: shelf.citing(site, id), linked=shelf.linked, state=shelf.state(site.base.sources))


def licence_page(site: Site) -> Made:
    """Licences and the people who are named."""
    return _prose(site, "licence", "licence.md.j2", state=shelf.state(site.base.people))


def prose_page(site: Site, id: str) -> Made:
    """A page of prose alone."""
    return _prose(site, id, "prose.md.j2")


PAGES: Mapping[str, Callable[..., Made]] = {
    made.__name__: made
    for made in (home_page, recommendations_page, recommendation_page, checklists_page, checklist_page, stages_page,
                 glossary_page, sources_page, licence_page, prose_page)
}


def _prose(site: Site, id: str, template: str, *, script: str = "", **more: object) -> Made:
    record = _record(site, id, Page)
    facts = {"title": record.title, "description": record.description, "script": script}
    return _made(site, record, template, facts, **more)


def _made(site: Site, record: Record, template: str, facts: Mapping[str, str], **more: object) -> Made:
    """The template filled; `facts` are the title, the description and the script of the page, where it has one."""
    pen = Pen(site, address(site.base, record.id), record.id, terms=record.id not in WITHOUT_TERMS)
    markdown = environment().get_template(template).render(
        site=site, base=site.base, pen=pen, record=record, title=facts["title"], **more
    )
    meta = {name: set_spaces(" ".join(words.split())) for name, words in facts.items() if words}
    return Made(markdown, {**meta, "record": record.id})


def _record(site: Site, id: str, model: type[AnyRecord]) -> AnyRecord:
    record = site.base.records.get(id)
    if not isinstance(record, model):
        raise NoRecordError(f"no {model.__name__.lower()} «{id}» in the content")
    return record
