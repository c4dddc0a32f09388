"""The page of companies worked through: story, what was expected, what the rules say now, the survey filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros.page import Made, prose
from macros.site import Site
from macros.tree_rules import names
from navigator.model import Scenario
from navigator.tree.advise import advise
from navigator.tree.result import Advice
from navigator.tree.tree import Tree

# A company that sells less or comes back teaches this first, whatever else its advice says.
LESS_OR_AGAIN = ("reduce", "re-entry")


@dataclass(frozen=True, slots=True)
class Example:
    """A company with the advice of today and the link that fills the survey in."""

    company: Scenario
    advice: Advice
    fragment: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """Companies that teach one thing; `about` is the recommendation, where one is."""

    id: str
    title: str
    about: str
    examples: tuple[Example, ...]


def examples_page(site: Site) -> Made:
    """Every published company, grouped by what it teaches."""
    tree = Tree.of(site.base.records.values())
    companies = [one for one in site.base.of_kind("scenario")
                 if isinstance(one, Scenario) and one.status != "retired"]
    examples = [Example(one, advise(tree, one.answers), fragment(tree, one)) for one in companies]
    words = names(site, tree)
    return prose(site, "tree-examples", "tree_examples.md.j2", style="rules", names=words,
                 lessons=lessons(tree, words, examples), companies=len(examples),
                 families=len(tree.families))


PAGES: tuple[Callable[..., Made], ...] = (examples_page,)


def lessons(tree: Tree, words: Mapping[str, str], examples: list[Example]) -> tuple[Lesson, ...]:
    """Companies under the recommendation that they teach, in the order of the article; leaving and return come last."""
    found: dict[str, list[Example]] = {id: [] for id in (*tree.recommendations, "")}
    for one in examples:
        found[_taught(one)].append(one)
    again = " и ".join(words.get(id, id).lower() for id in LESS_OR_AGAIN)
    titles = {**{id: words[id] for id in tree.recommendations}, "": again[:1].upper() + again[1:]}
    return tuple(Lesson(f"about-{id}" if id else "less-or-again", titles[id], id, tuple(some))
                 for id, some in found.items() if some)


def _taught(one: Example) -> str:
    """What the author expects to matter most, else what the rules put first; empty for selling less and coming back."""
    if (one.company.expected.direction or one.advice.direction) in LESS_OR_AGAIN:
        return ""
    wanted = one.company.expected.priorities
    return next(iter((*wanted.must, *wanted.first)), one.advice.recommendations[0].id)


def fragment(tree: Tree, scenario: Scenario) -> str:
    """The address of the survey filled in with the company's answers, in the order of the questions."""
    answers = [f"{one.id}={','.join(scenario.answers[one.id])}" for one in tree.questions if one.id in scenario.answers]
    return "#" + "&".join(["v=1", *answers, "view=result"])
