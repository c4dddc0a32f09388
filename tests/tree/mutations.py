"""Rules spoilt in one place each, so that a prover can be seen to fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from navigator.model.tree import Effect
from navigator.tree.condition import AllOf, Is, Not, parse
from navigator.tree.tree import Tree

Spoil = Callable[[Tree], Tree]


def flag(id: str, **changes: Any) -> Spoil:
    """The flag with other fields."""

    def spoil(tree: Tree) -> Tree:
        assert any(one.id == id for one in tree.flags)
        flags = tuple(one.model_copy(update=changes) if one.id == id else one for one in tree.flags)
        return replace(tree, flags=flags)

    return spoil


def setting(**changes: Any) -> Spoil:
    """Other settings."""
    return lambda tree: replace(tree, settings=tree.settings.model_copy(update=changes))


def threshold(**changes: int) -> Spoil:
    """Other thresholds."""
    return lambda tree: setting(thresholds=tree.settings.thresholds.model_copy(update=changes))(tree)


def answer(question: str, option: str, change: Callable[[Effect], Effect], extra: Effect | None = None) -> Spoil:
    """An option whose effects are changed, or joined by another."""

    def spoil(tree: Tree) -> Tree:
        assert option in tree.options[question]
        questions = []
        for one in tree.questions:
            options = tuple(
                each.model_copy(update={"effects": (*map(change, each.effects), *((extra,) if extra else ()))})
                if (one.id, each.id) == (question, option) else each
                for each in one.options
            )
            questions.append(one.model_copy(update={"options": options}))
        return replace(tree, questions=tuple(questions))

    return spoil


def without_veto(question: str, option: str, family: str, points: int) -> Spoil:
    """An option that no longer vetoes the family, and even supports it."""
    extra = Effect(families={family: points}, reason="Испорчено", mark="editorial")
    return answer(question, option, lambda one: one.model_copy(
        update={"veto": tuple(id for id in one.veto if id != family)}), extra)


def with_veto(question: str, option: str, family: str) -> Spoil:
    """An option that vetoes a family it did not veto."""
    return answer(question, option, lambda one: one, Effect(veto=(family,), reason="Испорчено", mark="editorial"))


def _unless(id: str, condition: dict[str, Any]) -> Spoil:
    def spoil(tree: Tree) -> Tree:
        when = next(one.when for one in tree.flags if one.id == id)
        return flag(id, when=AllOf((when, Not(parse(condition)))))(tree)

    return spoil


def _without_held(tree: Tree) -> Tree:
    """No place is held and nothing adds to the recommendation while restrictions are not checked."""
    least = {**tree.settings.base, "external-restrictions": -20}
    return setting(held=(), base=least)(tree)


# Name of the mutation -> what it does, which promise it breaks.
MUTATIONS: dict[str, tuple[Spoil, str]] = {
    "blocked market is not paused": (flag("blocked", pause="false"), "guarantee-no-lawful-way"),
    "blocked market has no gate": (flag("blocked", gate="false"), "guarantee-no-lawful-way"),
    "gate negated": (flag("unchecked", when=AllOf((Is("restrictions", ("none", "workable")),
                                                   Not(Is("restrictions", ("unchecked", "dont-know")))))),
                     "guarantee-unchecked"),
    "gate deaf to «не знаю»": (flag("unchecked", when=Is("restrictions", ("unchecked",))), "guarantee-unchecked"),
    "gate without vetoes": (flag("unchecked", veto=()), "guarantee-unchecked"),
    "held places dropped": (_without_held, "guarantee-unchecked-market"),
    "nobody responsible, no veto": (without_veto("responsible-person", "nobody", "own-entity", 9),
                                    "guarantee-nobody-responsible"),
    "little to lose, no veto": (without_veto("affordable-loss", "almost-nothing", "own-entity", 9),
                                "guarantee-little-to-lose"),
    "nobody trusted, no veto": (without_veto("trusted-contacts", "none", "joint-venture", 9),
                                "guarantee-nobody-trusted"),
    "unfamiliarity vetoes": (with_veto("unfamiliarity", "alien", "own-entity"), "guarantee-unfamiliarity"),
    "shrinking raises a flag": (flag("hunch", when=parse({"dynamics": "shrinking"})), "guarantee-leaving"),
    "stopping raises a flag": (flag("hunch", when=parse({"foreign-sales": "stopped"})), "guarantee-leaving"),
    "threshold of what is not recommended": (threshold(not_now=3), "guarantee-something-to-compare"),
    "threshold of the front out of reach": (threshold(front=200), "guarantee-all-possible"),
    "flag that cannot be": (flag("hunch", when=AllOf((Is("motive", ("learning",)), Is("motive", ("quick-cash",))))),
                            "guarantee-all-possible"),
    "flag that an answer takes away": (_unless("hunch", {"motive": ["quick-cash", "learning"]}),
                                       "guarantee-flags-stay"),
    "veto of a question of the full survey": (with_veto("import-viability", "unviable", "direct-export"),
                                              "guarantee-short-survey"),
}
