"""The pages of the site: each function takes the site and hands back Markdown for its stub."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros import board, catalogue, experts, guide, picture, prints, shelf, tree_examples, tree_page, tree_rules
from macros.page import Made, fill, lookup, prose
from macros.site import Site
from navigator.model import Checklist, Mode, Recommendation
from navigator.plural import counted

# Anchors that every recommendation has; an expanded section of the same name steps aside.
FIXED_ANCHORS = frozenset({"why", "questions", "actions", "mistakes", "outcome", "links", "stages", "sources",
                           "factors", "beside", "top", "remark"})


def home_page(site: Site) -> Made:
    """The first page: what this is and the three ways in."""
    return prose(site, "home", "home.md.j2")


def recommendations_page(site: Site) -> Made:
    """All eight as cards."""
    return prose(site, "recommendations-overview", "recommendations.md.j2")


def recommendation_page(site: Site, id: str) -> Made:
    """One recommendation."""
    record = lookup(site, id, Recommendation)
    anchors = {section.id: f"text-{section.id}" if section.id in FIXED_ANCHORS else section.id
               for section in record.expanded}
    factors = [one for one in site.base.factors if f"{one.side}-factors" == id]
    facts = {"title": record.short, "description": record.description}
    return fill(site, record, "recommendation.md.j2", facts,
                 papers=prints.print_set(site).of(f"checklists/{id}/"),
                 checklist=site.base.checklist_for(id), anchors=anchors, factors=factors,
                 state=shelf.state(factors))


def checklists_page(site: Site) -> Made:
    """All checklists on one sheet."""
    return prose(site, "checklists-overview", "checklists.md.j2", script="checklist",
                 papers=prints.print_set(site).of("checklists/"))


def checklist_page(site: Site, id: str) -> Made:
    """One checklist with boxes to tick."""
    record = lookup(site, id, Checklist)
    about = lookup(site, record.recommendation, Recommendation)
    main = sum(item.level == "compact" for item in record.items)
    description = (
        f"{counted(len(record.items), 'пункт', 'пункта', 'пунктов')} с доказательствами к рекомендации "
        f"«{about.short}», без {main} из них нельзя. Отметки хранятся на вашем устройстве."
    )
    facts = {"title": f"Чек-лист: {about.short}", "description": description, "script": "checklist"}
    return fill(site, record, "checklist.md.j2", facts, about=about, main=main,
                papers=prints.print_set(site).of(f"checklists/{about.id}/"))


def stages_page(site: Site) -> Made:
    """Stages and directions with their picture."""
    base = site.base
    weights = {
        stage.id: [(one, weight) for one in base.recommendations for weight in one.stages if weight.stage == stage.id]
        for stage in base.stages
    }
    directions = shelf.in_order(base.directions)
    return prose(site, "stages-overview", "stages.md.j2", weights=weights, directions=directions,
                  state=shelf.state((*base.stages, *directions)),
                  wide=picture.stages(base.stages, directions, upright=False),
                  tall=picture.stages(base.stages, directions, upright=True))


def glossary_page(site: Site) -> Made:
    """The glossary by letters."""
    modes = (one for one in site.base.of_kind("mode") if isinstance(one, Mode))
    return prose(site, "glossary-overview", "glossary.md.j2", letters=shelf.by_letter(site.base.terms),
                  state=shelf.state(site.base.terms), ways=shelf.ways_of(modes))


def sources_page(site: Site) -> Made:
    """Every work with the pages that cite it."""
    return prose(site, "sources-overview", "sources.md.j2", groups=shelf.by_role(site.base.sources),
                  citing=lambda id: shelf.citing(site, id), state=shelf.state(site.base.sources))


def licence_page(site: Site) -> Made:
    """Licences and the people who are named."""
    return prose(site, "licence", "licence.md.j2", state=shelf.state(site.base.people))


def prose_page(site: Site, id: str) -> Made:
    """A page of prose alone."""
    return prose(site, id, "prose.md.j2")


PAGES: Mapping[str, Callable[..., Made]] = {
    made.__name__: made
    for made in (home_page, recommendations_page, recommendation_page, checklists_page, checklist_page, stages_page,
                 glossary_page, sources_page, licence_page, prose_page, *catalogue.PAGES, *experts.PAGES,
                 *board.PAGES, *tree_page.PAGES, *tree_rules.PAGES, *tree_examples.PAGES, *prints.PAGES, *guide.PAGES)
}
