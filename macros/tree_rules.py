"""The page that lays the rules open: the tree as picture and table, how the order comes about, what is promised."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from markupsafe import Markup

from macros import prints, tree_picture
from macros.condition_words import answered, in_words
from macros.page import Made, prose
from macros.site import Site
from navigator.model import Guarantee
from navigator.model.tree import Effect
from navigator.tree.condition import data as condition_data
from navigator.tree.export import Marks, exported
from navigator.tree.fingerprint import standing
from navigator.tree.shape import pushed
from navigator.tree.tree import Tree

PAGE = "tree/rules/"


def rules_page(site: Site) -> Made:
    """Every question, answer, combination, warning and threshold with its points and its provenance."""
    tree = Tree.of(site.base.records.values())
    words = names(site, tree)
    return prose(
        site, "tree-rules", "tree_rules.md.j2", script="engine rules", style="rules", tree=tree, names=words,
        pictures=[tree_picture.drawn(tree, words, form) for form in tree_picture.FORMS],
        numbers={one.id: number for number, one in enumerate(tree.walked, start=1)},
        who=lambda condition: in_words(condition, tree), shape=pushed, answered=lambda one: answered(one, tree),
        points=points, lowered=lowered, signed=standing(tree), logic=_logic(tree),
        promises=sorted((one for one in site.base.of_kind("guarantee") if isinstance(one, Guarantee)),
                        key=lambda one: one.number),
        sheets=prints.print_set(site).of(PAGE),
    )


PAGES: tuple[Callable[..., Made], ...] = (rules_page,)


def names(site: Site, tree: Tree) -> Mapping[str, str]:
    """Short names of recommendations, titles of groups, stages, directions and warnings by id."""
    base = site.base
    titled = (*base.stages, *base.directions, *tree.families, *tree.flags)
    return {**{one.id: one.short for one in base.recommendations}, **{one.id: one.title for one in titled}}


def points(effect: Effect) -> list[tuple[str, str]]:
    """What an effect adds, as pairs of id and signed number."""
    return [(id, f"+{number}" if number > 0 else f"\N{MINUS SIGN}{-number}" if number else "0")
            for id, number in (*effect.recommendations.items(), *effect.families.items())]


def lowered(text: str) -> str:
    """A sentence as it goes on after a colon; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _logic(tree: Tree) -> Markup:
    """What the browser needs to mark a way: whom questions ask, when warnings and combinations hold; no points."""
    data = exported(tree, Marks())
    asked = [
        {key: one[key] for key in ("id", "survey", "when", "multiple") if key in one}
        | {"options": [{key: made[key] for key in ("id", "exclusive") if key in made} for made in one["options"]]}
        for one in data["questions"]
    ]
    raised = {one.id: condition_data(one.when) for one in tree.flags}
    together = {one.id: condition_data(one.when) for one in tree.combinations}
    text = json.dumps({"questions": asked, "raised": raised, "together": together}, separators=(",", ":"))
    # Inside a script element only its own end and a comment would be understood as HTML.
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704
