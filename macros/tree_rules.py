"""The pages that lay the rules open: the tree as picture and table, and companies worked through."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from markupsafe import Markup

from macros import prints, tree_picture
from macros.condition_words import in_words
from macros.page import Made, prose
from macros.site import Site
from navigator.model import Guarantee, Scenario
from navigator.model.tree import Effect, Flag
from navigator.tree.advise import advise
from navigator.tree.export import Marks, exported
from navigator.tree.fingerprint import standing
from navigator.tree.tree import Tree


def rules_page(site: Site) -> Made:
    """Every question, answer, combination, warning and threshold with its points and its provenance."""
    tree = Tree.of(site.base.records.values())
    return prose(
        site, "tree-rules", "tree_rules.md.j2", script="engine rules", style="rules", tree=tree, names=names(site),
        wide_picture=tree_picture.drawn(tree, upright=False), tall_picture=tree_picture.drawn(tree, upright=True),
        who=lambda condition: in_words(condition, tree), points=points, signed=standing(tree),
        promises=[one for one in site.base.of_kind("guarantee") if isinstance(one, Guarantee)],
        logic=_logic(tree), sheets=prints.print_set(site).of("tree/rules/"),
    )


def examples_page(site: Site) -> Made:
    """Every published company with its story, what was expected and what the rules say now."""
    tree = Tree.of(site.base.records.values())
    companies = [(one, advise(tree, one.answers)) for one in site.base.of_kind("scenario") if isinstance(one, Scenario)]
    return prose(site, "tree-examples", "tree_examples.md.j2", style="rules", companies=companies, names=names(site),
                 flags={one.id: one.title for one in site.base.of_kind("flag") if isinstance(one, Flag)},
                 fragment=lambda one: fragment(tree, one))


PAGES: tuple[Callable[..., Made], ...] = (rules_page, examples_page)


def _logic(tree: Tree) -> Markup:
    """What the browser needs to say which questions a reader would be asked: conditions and options, no points."""
    data = exported(tree, Marks())
    asked = [
        {key: one[key] for key in ("id", "survey", "when", "multiple") if key in one}
        | {"options": [{key: made[key] for key in ("id", "exclusive") if key in made} for made in one["options"]]}
        for one in data["questions"]
    ]
    return Markup(json.dumps({"questions": asked}, separators=(",", ":")).replace("<", "\\u003c"))  # noqa: S704


def names(site: Site) -> Mapping[str, str]:
    """Short names of recommendations, titles of groups, stages and directions by id."""
    base = site.base
    titled = (*base.stages, *base.directions, *Tree.of(base.records.values()).families)
    return {**{one.id: one.short for one in base.recommendations}, **{one.id: one.title for one in titled}}


def points(effect: Effect) -> list[tuple[str, str]]:
    """What an effect adds, as pairs of id and signed number."""
    return [(id, f"+{number}" if number > 0 else f"\N{MINUS SIGN}{-number}" if number else "0")
            for id, number in (*effect.recommendations.items(), *effect.families.items())]


def fragment(tree: Tree, scenario: Scenario) -> str:
    """The address of the survey filled in with the company's answers."""
    answers = [f"{one.id}={','.join(scenario.answers[one.id])}" for one in tree.questions if one.id in scenario.answers]
    return "#" + "&".join(["v=1", *answers, "view=result"])
