"""Rules of the names in the tree: every id leads somewhere, conditions look back, nothing retired returns (group G)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from navigator.model.guarantee import Claim
from navigator.problems import Place
from navigator.rules.named import NAMES
from navigator.rules.passages import Path
from navigator.rules.rule import Found, Look, rule
from navigator.rules.tree_view import View, view
from navigator.tree.condition import DONT_KNOW

_NAMES = {**NAMES, "family": "группа способов", "flag": "предупреждение", "guarantee": "обещание"}
Named = tuple[str, Path, str, str]  # record, path, id, kind


def _near(id: str, known: object) -> str:
    close = get_close_matches(id, list(known), n=1, cutoff=0.6)  # type: ignore[call-overload]
    return f"может быть, «{close[0]}»?" if close else "впишите то, что есть"


@rule("G01")
def condition_names_what_there_is(look: Look) -> Iterator[Found]:
    """Условие называет вопросы и варианты, которые есть; кроме них — только dont-know."""
    tree = view(look)
    for use in tree.uses:
        for path, leaf in tree.parts(use):
            place = look.base.place(use.record, *path)
            question = tree.questions.get(leaf.question)
            if look.base.unread.get(leaf.question) == "question":
                continue  # there is a file, and what is wrong with it has been said
            if question is None:
                yield Found(place, f"в условии нет такого вопроса: «{leaf.question}»",
                            _near(leaf.question, tree.questions))
                continue
            known = {one.id for one in question.options} | {DONT_KNOW}
            for option in leaf.options:
                if option not in known:
                    yield Found(place, f"у вопроса «{leaf.question}» нет варианта «{option}»", _near(option, known))


@rule("G02")
def tree_names_records_of_their_kind(look: Look) -> Iterator[Found]:
    """Баллы, запреты, места и обещания называют рекомендации, группы, стадии и предупреждения, которые есть."""
    tree = view(look)
    known: dict[str, set[str]] = {"family": {one.id for one in tree.families}}
    for record, path, id, kind in _named(tree):
        if kind not in known:
            known[kind] = {one.id for one in look.base.of_kind(kind) if one.status != "retired"}
        if id not in known[kind] and look.base.unread.get(id) != kind:
            yield Found(look.base.place(record, *path), f"нет такой записи: «{id}» (нужно: {_NAMES[kind]})",
                        _near(id, known[kind]))


def _named(tree: View) -> Iterator[Named]:
    for record, path, effect in tree.effects:
        yield from ((record, (*path, "recommendations", id), id, "recommendation") for id in effect.recommendations)
        yield from ((record, (*path, "families", id), id, "family") for id in effect.families)
        yield from _each(record, (*path, "veto"), effect.veto, "family")
    for question in tree.questions.values():
        yield from _each(question.id, ("terms",), question.terms, "term")
        for at, option in enumerate(question.options):
            for field in ("stage", "direction"):
                if named := getattr(option, field):
                    yield question.id, ("options", at, field), named, field
    for flag in tree.flags:
        yield flag.id, ("recommendation",), flag.recommendation, "recommendation"
        yield from _each(flag.id, ("veto",), flag.veto, "family")
    if settings := tree.settings:
        yield from ((settings.id, ("base", id), id, "recommendation") for id in settings.base)
        yield from _each(settings.id, ("ties",), settings.ties, "recommendation")
        for at, held in enumerate(settings.held):
            yield settings.id, ("held", at, "recommendation"), held.recommendation, "recommendation"
        for at, signature in enumerate(settings.signatures):
            yield settings.id, ("signatures", at, "by"), signature.by, "person"
    for guarantee in tree.guarantees:
        yield from _claimed(guarantee.id, guarantee.claim)


def _claimed(record: str, claim: Claim) -> Iterator[Named]:
    for field, kind in (("gate", "flag"), ("first", "recommendation")):
        if named := getattr(claim, field):
            yield record, ("claim", field), named, kind
    for field, kind in (
        ("shown", "flag"), ("among_three", "recommendation"), ("front_never", "family"),
        ("veto_ignores", "question"), ("exceptions", "flag"),
    ):
        yield from _each(record, ("claim", field), getattr(claim, field), kind)
    for at, one in enumerate(claim.no_flag_from):
        yield record, ("claim", "no_flag_from", at, "question"), one.question, "question"


def _each(record: str, path: Path, ids: tuple[str, ...], kind: str) -> Iterator[Named]:
    return ((record, (*path, number), id, kind) for number, id in enumerate(ids))


@rule("G03")
def condition_looks_back(look: Look) -> Iterator[Found]:
    """Условие вопроса смотрит только на вопросы перед ним; поэтому вопросы не ждут друг друга по кругу."""
    tree = view(look)
    for use in tree.uses:
        if use.owner is None or tree.settings is None:
            continue
        own = tree.places[use.owner.id]
        for path, leaf in tree.parts(use):
            if leaf.question in tree.places and tree.places[leaf.question] >= own:
                what = "самого себя" if leaf.question == use.owner.id else f"вопроса «{leaf.question}», который дальше"
                yield Found(look.base.place(use.record, *path), f"условие вопроса «{use.owner.id}» зависит от {what}",
                            "поставьте вопрос раньше в tree.yml или измените условие")


@rule("G04")
def order_lists_every_question(look: Look) -> Iterator[Found]:
    """В tree.yml назван каждый вопрос, и названы только те, что есть."""
    tree = view(look)
    if tree.settings is None:
        if tree.questions and "tree" not in look.base.unread.values():
            yield Found(Place(f"{look.base.folder}/tree"), "вопросы есть, а порядка и порогов нет", "верните tree.yml")
        return
    listed = tree.settings.questions
    for number, id in enumerate(listed):
        place = look.base.place(tree.settings.id, "questions", number)
        if id not in tree.questions and look.base.unread.get(id) != "question":
            yield Found(place, f"нет такого вопроса: «{id}»", _near(id, tree.questions))
    for id in tree.questions:
        if id not in listed:
            yield Found(look.base.place(id, "id"), f"вопроса «{id}» нет в tree.yml, его никто не задаст",
                        "впишите его в questions")


@rule("G16")
def option_is_one_of_its_question(look: Look) -> Iterator[Found]:
    """Варианты вопроса не повторяются; exclusive — только там, где можно выбрать несколько; work — где changeable."""
    for question in view(look).questions.values():
        seen: set[str] = set()
        for at, option in enumerate(question.options):
            if option.id in seen:
                yield Found(look.base.place(question.id, "options", at, "id"), f"вариант «{option.id}» уже есть",
                            "дайте ему другое имя")
            seen.add(option.id)
            if option.exclusive and question.multiple is None:
                yield Found(look.base.place(question.id, "options", at, "exclusive"),
                            "exclusive нужен только там, где выбирают несколько", "уберите строку")
            if option.work and question.changeable == "false":
                yield Found(look.base.place(question.id, "options", at, "work"),
                            "к ответу ведёт работа, а вопрос не отмечен как changeable: true", "исправьте одно из двух")


@rule("G18")
def retired_name_does_not_return(look: Look) -> Iterator[Found]:
    """Снятые вопросы и варианты не появляются снова под прежним именем."""
    tree = view(look)
    for name in tree.settings.retired if tree.settings else ():
        id, _, option = (part.strip() for part in name.partition(":"))
        question = tree.questions.get(id)
        if question and (not option or option in {one.id for one in question.options}):
            yield Found(look.base.place(question.id, "id"), f"«{name}» снято и снова занято", "дайте новое имя")


RULES = (
    condition_names_what_there_is,
    tree_names_records_of_their_kind,
    condition_looks_back,
    order_lists_every_question,
    option_is_one_of_its_question,
    retired_name_does_not_return,
)
