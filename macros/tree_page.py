"""The survey page: every question in the page itself, and the data from which the browser gives advice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from macros.condition_words import in_words
from macros.experts import attachments
from macros.marks import runs
from macros.page import Made, prose
from macros.pen import Pen
from macros.prints import print_set
from macros.site import Site
from navigator import prose as prose_of
from navigator.model import Recommendation, Source, Term
from navigator.model.tree import Effect, Question
from navigator.terms import TermLink
from navigator.tree.condition import data as condition_data
from navigator.tree.export import Marks, exported
from navigator.tree.fingerprint import standing
from navigator.tree.tree import Tree
from navigator.typography import set_spaces

PAGE = "tree/"
_MARKET = {"target-market", "regulation"}  # determinants of a question that another market answers otherwise


def survey_page(site: Site) -> Made:
    """The survey with its result, on one page."""
    tree = Tree.of(site.base.records.values())
    return prose(site, "tree-overview", "tree.md.j2", script="survey", style="tree", tree=tree,
                 data=_script(site, tree), signed=len(standing(tree)), names=_names(site), speaks=_speaks,
                 terms=lambda question: _terms(site, question),
                 who=lambda condition: set_spaces(in_words(condition, tree)),
                 papers=print_set(site).of(PAGE))


PAGES: tuple[Callable[..., Made], ...] = (survey_page,)


def _names(site: Site) -> Mapping[str, str]:
    base = site.base
    return {**{one.id: one.short for one in base.recommendations},
            **{one.id: one.title for one in base.of_kind("family") if hasattr(one, "title")}}


def _terms(site: Site, question: Question) -> tuple[Term, ...]:
    """The terms of the glossary that the words of a question use, in the order in which they meet the reader."""
    texts = (question.text, question.hint or "", *(option.text for option in question.options), question.why)
    seen: set[str] = set()
    found = dict.fromkeys(question.terms)
    for text in texts:
        for token in site.terms.link(prose_of.parse(text), seen, None):
            if isinstance(token, TermLink):
                found[token.id] = None
    return tuple(record for id in found if isinstance(record := site.base.records.get(id), Term))


def _speaks(effects: Sequence[Effect]) -> list[tuple[Effect, str, list[str]]]:
    """What effects speak for and against: the effect, the word, the ids; without points the reason stands alone."""
    found: list[tuple[Effect, str, list[str]]] = []
    for effect in effects:
        points = {**effect.recommendations, **effect.families}
        sides = {"за": [id for id, number in points.items() if number > 0],
                 "против": [*(id for id, number in points.items() if number < 0), *effect.veto]}
        found += [(effect, word, ids) for word, ids in sides.items() if ids] or [(effect, "", [])]
    return found


def _script(site: Site, tree: Tree) -> Markup:
    """The data of the page as the text of a JSON script element."""
    pen = Pen(site, PAGE)
    text = json.dumps(_spaced(_data(site, tree, pen)), ensure_ascii=False, separators=(",", ":"))
    # Inside a script element only its own end and a comment would be understood as HTML.
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704


def _spaced(value: Any) -> Any:
    """The data with non-breaking spaces where a reader needs them."""
    if isinstance(value, str):
        return set_spaces(value)
    if isinstance(value, dict):
        return {key: _spaced(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_spaced(one) for one in value]
    return value


def _data(site: Site, tree: Tree, pen: Pen) -> dict[str, Any]:
    base = site.base
    marks = Marks()
    data = exported(tree, marks)

    def said(one: Any) -> list[Any]:
        return [_plain(pen, one.text), marks.number(one)]

    recommendations = {one.id: _recommendation(pen, one, said) for one in base.recommendations}
    families = {
        one.id: {"title": one.title, "meaning": said(one.meaning), "trial": said(one.trial),
                 "grows": [said(line) for line in one.grows], "url": pen.to(one.id)}
        for one in tree.families
    }
    items = {
        id: {"of": checklist.recommendation, "action": _plain(pen, item.action), "evidence": _plain(pen, item.evidence),
             "mark": marks.number(item), **_flags(item)}
        for id, (checklist, item) in base.items.items() if item.level == "compact" or item.hand_off
    }
    return {
        "tree": data,
        "variants": {one.id: found for one in tree.questions if (found := _variants(one))},
        "recommendations": recommendations,
        "families": families,
        "items": items,
        "stages": [
            {"id": one.id, "title": one.title, "next": [said(line) for line in one.next],
             "first": [[_parts(pen, line.text), marks.number(line)] for line in one.first]}
            for one in base.stages
        ],
        "directions": {one.id: [one.title, said(one.text[-1])] for one in base.directions},
        "market": [one.id for one in tree.questions if _MARKET & set(one.determinants)],
        "attachments": attachments(site, pen),
        "version": site.version,
        "marks": [_mark(one) for one in marks.listed()],
        "works": _works(site, marks.listed()),
    }


def _recommendation(pen: Pen, one: Recommendation, said: Callable[[Any], list[Any]]) -> dict[str, Any]:
    return {
        "number": one.number, "short": one.short, "url": pen.to(one.id),
        "about": said(one.compact[0]), "ask": [said(line) for line in one.questions[:3]],
        "skills": [said(line) for line in one.skills],
    }


def _flags(item: Any) -> dict[str, Any]:
    found: dict[str, Any] = {} if item.level == "compact" else {"more": True}
    if item.hand_off:
        found["hand"] = [item.hand_off.ask, item.hand_off.changes]
    return found


def _variants(question: Question) -> dict[str, Any]:
    """Other words for other companies, by what they replace."""
    def listed(variants: Iterable[Any]) -> list[dict[str, Any]]:
        return [{"when": condition_data(one.when), "text": one.text, **({"hint": one.hint} if one.hint else {})}
                for one in variants]

    found: dict[str, Any] = {}
    if question.variants:
        found["text"] = listed(question.variants)
    options = {one.id: listed(one.variants) for one in question.options if one.variants}
    return {**found, "options": options} if options else found


def _mark(one: Sequence[Any]) -> list[Any]:
    kind, lines, sources, topic = one
    return [kind, runs(lines), sources, runs(topic)]


def _works(site: Site, marks: Iterable[Sequence[Any]]) -> dict[str, str]:
    """The short keys of the works that the marks name."""
    ids = sorted({id for mark in marks for id in mark[2]})
    return {id: record.key for id in ids if isinstance(record := site.base.records.get(id), Source)}


def _parts(pen: Pen, text: str) -> list[str | list[str]]:
    """A text in which a reference to a recommendation stays one, as `[id]` among the words."""
    def part(token: prose_of.Token) -> str | list[str]:
        match token:
            case prose_of.Ref(id=id, words=None) if isinstance(pen.site.base.records.get(id), Recommendation):
                return [id]
            case prose_of.Ref(id=id, words=words):
                return words or pen.name(id)
            case prose_of.Out(words=text) | prose_of.Text(text=text) | prose_of.Strong(text=text):
                return text
            case _:
                return " "

    return [part(token) for token in prose_of.parse(text)]


def _plain(pen: Pen, text: str) -> str:
    """A text without its marks: references become the names of what they lead to."""
    return pen.words(text).striptags()

