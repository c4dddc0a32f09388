"""The pages of the catalogue: groups of ways in, single ways, comparison, lawful outcomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros import catalogue_picture, shelf
from macros.page import AnyRecord, Made, fill, lookup
from macros.pen import Pen
from macros.prints import Print, print_set
from macros.site import Site
from macros.usage import cited
from navigator.base import KnowledgeBase
from navigator.model import Attribute, Mode, Outcome, Page, Record
from navigator.model.tree import Family

# The attributes by which the second order and the picture are made.
CONTROL, COMMITMENT = "attribute-control", "attribute-commitment"

# The sheets on paper that a page of the catalogue hands on.
COMPARISON_SHEET, TRIAL_SHEET = "compare-ways", "plan-trial"


@dataclass(frozen=True, slots=True)
class Rung:
    """Groups that stand on one level of an attribute."""

    level: int
    families: tuple[Family, ...]


def ways_page(site: Site) -> Made:
    """All groups of ways as cards, in two orders."""
    families = _all(site.base, Family)
    modes = {family.id: _modes(site.base, family) for family in families}
    return _prose(site, "ways-overview", "ways.md.j2", families=families, modes=modes,
                  rungs=rungs(families, CONTROL), control=site.base.records.get(CONTROL))


def way_page(site: Site, id: str) -> Made:
    """One group of ways with the ways in it."""
    record = lookup(site, id, Family)
    facts = {"title": record.title, "description": _plain(site, record.meaning.text), "style": "catalogue"}
    return fill(site, record, "way.md.j2", facts, families=_all(site.base, Family), modes=_modes(site.base, record),
                attributes=_all(site.base, Attribute), works=_works(record), papers=_sheets(site, COMPARISON_SHEET))


def mode_page(site: Site, id: str) -> Made:
    """One way in."""
    record = lookup(site, id, Mode)
    facts = {"title": record.title, "description": record.description, "style": "catalogue"}
    family = lookup(site, record.family, Family)
    siblings = tuple(one for one in _modes(site.base, family) if one.id != id)
    return fill(site, record, "mode.md.j2", facts, family=family, siblings=siblings, works=_works(record),
                papers=_sheets(site, TRIAL_SHEET))


def compare_page(site: Site) -> Made:
    """Groups against attributes as a table, and commitment against control as a picture."""
    families, attributes = _all(site.base, Family), _all(site.base, Attribute)
    more = {"style": "catalogue compare", "script": "compare", "wide": "true"}
    modes = {family.id: _modes(site.base, family) for family in families}
    return _prose(site, "ways-compare", "compare.md.j2", more, families=families, attributes=attributes, modes=modes,
                  guides=_sheets(site, TRIAL_SHEET),
                  picture=catalogue_picture.plane(families, _axis(attributes, COMMITMENT), _axis(attributes, CONTROL)),
                  state=shelf.state((*families, *attributes)), papers=print_set(site).of("ways/compare/"))


def outcomes_page(site: Site) -> Made:
    """Lawful outcomes that are no ways in."""
    outcomes = _all(site.base, Outcome)
    return _prose(site, "ways-outcomes", "outcomes.md.j2", outcomes=outcomes, state=shelf.state(outcomes),
                  papers=print_set(site).of("ways/outcomes/"))


def rungs(families: Sequence[Family], attribute: str) -> tuple[Rung, ...]:
    """Groups by their level of an attribute, the least first; groups without a level are left out."""
    levels = sorted({one.attributes[attribute] for one in families if attribute in one.attributes})
    return tuple(
        Rung(level, tuple(one for one in families if one.attributes.get(attribute) == level)) for level in levels
    )


def _prose(site: Site, id: str, template: str, facts: Mapping[str, str] | None = None, **more: object) -> Made:
    record = lookup(site, id, Page)
    usual = {"title": record.title, "description": record.description, "style": "catalogue"}
    return fill(site, record, template, {**usual, **(facts or {})}, **more)


def _all(base: KnowledgeBase, model: type[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Records of a kind in their order, those that were withdrawn left out."""
    found = (one for one in base.records.values() if isinstance(one, model) and one.status != "retired")
    return tuple(sorted(found, key=lambda one: (getattr(one, "number", 0), one.id)))


def _modes(base: KnowledgeBase, family: Family) -> tuple[Mode, ...]:
    return tuple(one for one in _all(base, Mode) if one.family == family.id)


def _sheets(site: Site, name: str) -> tuple[Print, ...]:
    """A sheet by the name of its file; none where the build has printed none."""
    return tuple(one for one in print_set(site).prints if Path(one.file).stem == name)


def _axis(attributes: Sequence[Attribute], id: str) -> Attribute | None:
    return next((one for one in attributes if one.id == id), None)


def _works(record: Record) -> tuple[str, ...]:
    """The works that the statements of a record cite, each once."""
    return tuple(dict.fromkeys(cited(record)))


def _plain(site: Site, text: str) -> str:
    """A text as a search engine shows it: references as their words."""
    return Pen(site, "").words(text).striptags()


PAGES: tuple[Callable[..., Made], ...] = (ways_page, way_page, mode_page, compare_page, outcomes_page)
