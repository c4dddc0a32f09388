"""Rules of what answers do: each does something, vetoes agree with the rest, promises say something (group G)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.model.guarantee import Claim
from navigator.model.tree import Combination, Effect, Flag
from navigator.rules.rule import Found, Look, rule
from navigator.rules.tree_view import View, view
from navigator.tree.condition import Condition, Not, leaves
from navigator.tree.fingerprint import fingerprint


def _moves(effect: Effect) -> bool:
    return bool(effect.veto or any(effect.recommendations.values()) or any(effect.families.values()))


@rule("G07")
def question_changes_the_advice(look: Look) -> Iterator[Found]:
    """Вопрос и сочетание что-то меняют: баллы, запрет, стадию или условие; иначе незачем спрашивать."""
    tree = view(look)
    looked_at = {leaf.question for use in tree.uses for leaf in leaves(use.when)}
    for question in tree.questions.values():
        effects = (*question.unanswered, *(one for option in question.options for one in option.effects))
        points = any(option.stage or option.direction for option in question.options)
        if not (points or question.id in looked_at or any(_moves(effect) for effect in effects)):
            yield Found(look.base.place(question.id, "options"), f"ответ на «{question.id}» ничего не меняет",
                        "дайте вариантам баллы или снимите вопрос")
    for combination in tree.combinations:
        if not any(_moves(effect) for effect in combination.effects):
            yield Found(look.base.place(combination.id, "effects"), "сочетание ничего не меняет",
                        "дайте ему баллы или уберите его")


@rule("G08")
def veto_agrees_with_the_rest(look: Look) -> Iterator[Found]:
    """Ответ не запрещает группу, за которую сам говорит, и никакой вопрос не запрещает её при любом ответе."""
    tree = view(look)
    for question in tree.questions.values():
        for at, option in enumerate(question.options):
            yield from _torn(look, question.id, ("options", at, "effects"), option.effects)
        yield from _torn(look, question.id, ("unanswered",), question.unanswered)
        banned = [{id for effect in option.effects for id in effect.veto} for option in question.options]
        for id in sorted(set.intersection(*banned)):
            yield Found(look.base.place(question.id, "options"), f"группу «{id}» запрещает любой ответ на вопрос",
                        "оставьте запрет только там, где он нужен")
    for combination in tree.combinations:
        yield from _torn(look, combination.id, ("effects",), combination.effects)


def _torn(look: Look, record: str, path: tuple[str | int, ...], effects: tuple[Effect, ...]) -> Iterator[Found]:
    """A group that is vetoed and supported at once."""
    for number, effect in enumerate(effects):
        for id in effect.veto:
            if any(one.families.get(id, 0) > 0 for one in effects):
                yield Found(look.base.place(record, *path, number, "veto"),
                            f"группа «{id}» здесь и запрещена, и получает баллы", "оставьте одно из двух")


@rule("G09")
def no_answer_has_its_reading(look: Look) -> Iterator[Found]:
    """Ответ «не знаю» добавляется сам; вопрос, который закрывает потребность, говорит и о молчании."""
    for question in view(look).questions.values():
        for at, option in enumerate(question.options):
            if option.id in ("dont-know", "skip"):
                yield Found(look.base.place(question.id, "options", at, "id"), f"вариант «{option.id}» добавляется сам",
                            "уберите его, а смысл молчания опишите в unanswered")
        closes = any(
            points == 0 for option in question.options for effect in option.effects
            for points in effect.recommendations.values()
        )
        if closes and not question.unanswered:
            yield Found(look.base.place(question.id, "options"),
                        "ответ закрывает потребность, а что значит «не знаю», не сказано", "опишите unanswered")


@rule("G13")
def veto_rests_on_the_short_survey(look: Look) -> Iterator[Found]:
    """Запреты держатся только на вопросах короткого опроса; вопросы полного возражают, но не запрещают."""
    tree = view(look)
    mend = "замените запрет возражением или перенесите вопрос в короткий опрос"
    for record, path, effect in tree.effects:
        question = tree.questions.get(record)
        if effect.veto and question is not None and question.survey == "full":
            yield Found(look.base.place(record, *path, "veto"), f"запрещает вопрос полного опроса «{record}»", mend)
    vetoing: list[Combination | Flag] = [one for one in tree.combinations if any(each.veto for each in one.effects)]
    vetoing += [flag for flag in tree.flags if flag.veto or flag.pause == "true"]
    for one in vetoing:
        for id in _full(tree, one.when):
            yield Found(look.base.place(one.id, "when"), f"запрет зависит от вопроса полного опроса «{id}»", mend)
    for question in tree.questions.values():
        for id in _full(tree, question.when) if question.survey == "short" else ():
            yield Found(look.base.place(question.id, "when"),
                        f"вопрос короткого опроса зависит от вопроса полного опроса «{id}»",
                        "задавайте его по ответам короткого опроса")


def _full(tree: View, when: Condition | None) -> list[str]:
    """The questions of the full survey that a condition looks at."""
    named = {leaf.question for leaf in leaves(when)}
    return sorted(id for id in named if id in tree.questions and tree.questions[id].survey == "full")


@rule("G14", severity="warning")
def signature_is_of_these_rules(look: Look) -> Iterator[Found]:
    """Подпись стоит под правилами, какие они сейчас; изменились правила — подпись устарела, и это снова черновик."""
    tree = view(look)
    if tree.tree is None or tree.settings is None or not tree.settings.signatures:
        return
    logic = fingerprint(tree.tree)
    for number, signature in enumerate(tree.settings.signatures):
        if signature.logic != logic:
            yield Found(look.base.place(tree.settings.id, "signatures", number, "logic"),
                        f"подпись «{signature.by}» — под прежними правилами",
                        f"попросите подписать снова: отпечаток нынешних правил — {logic}")


@rule("G17")
def flag_is_whole(look: Look) -> Iterator[Found]:
    """Пауза бывает только у предупреждения над результатом; запрет говорит, как он снимется; номера не повторяются."""
    first: dict[int, str] = {}
    for flag in view(look).flags:
        if flag.pause == "true" and flag.gate == "false":
            yield Found(look.base.place(flag.id, "pause"), "пауза без места над результатом", "поставьте gate: true")
        if flag.veto and flag.lift is None:
            yield Found(look.base.place(flag.id, "veto"), "запрет не говорит, что должно измениться", "добавьте lift")
        if flag.lift is not None and not flag.veto:
            yield Found(look.base.place(flag.id, "lift"), "снимать нечего: запрета нет", "уберите lift")
        if flag.number in first:
            yield Found(look.base.place(flag.id, "number"), f"номер уже у предупреждения «{first[flag.number]}»",
                        "дайте другой номер")
        first.setdefault(flag.number, flag.id)


@rule("G19")
def promise_says_something(look: Look) -> Iterator[Found]:
    """Обещание что-то обещает, а его исключения — ровно те предупреждения, в условии которых есть not."""
    tree = view(look)
    denying = {flag.id for flag in tree.flags if _denies(flag.when)}
    for guarantee in tree.guarantees:
        place = look.base.place(guarantee.id, "claim")
        if guarantee.claim == Claim():
            yield Found(place, "обещание ничего не обещает", "опишите claim")
        if guarantee.claim.flags_stay == "true" and set(guarantee.claim.exceptions) != denying:
            names = ", ".join(sorted(denying)) or "никаких"
            yield Found(place, f"исключений с not в условии должно быть: {names}", "исправьте exceptions")


def _denies(condition: Condition) -> bool:
    return isinstance(condition, Not) or any(_denies(part) for part in getattr(condition, "parts", ()))


@rule("G20")
def everything_can_be_supported(look: Look) -> Iterator[Found]:
    """За каждую рекомендацию и каждую группу способов говорит хотя бы один ответ."""
    tree = view(look)
    if tree.settings is None or not tree.questions:
        return
    needs = {id for _, _, effect in tree.effects for id, points in effect.recommendations.items() if points > 0}
    ways = {id for _, _, effect in tree.effects for id, points in effect.families.items() if points > 0}
    for record in (*look.base.recommendations, *tree.families):
        if record.id not in needs | ways and record.status != "retired":
            yield Found(look.base.place(record.id, "id"), f"за «{record.id}» не говорит ни один ответ",
                        "дайте баллы хотя бы в одном варианте")


RULES = (
    question_changes_the_advice,
    veto_agrees_with_the_rest,
    no_answer_has_its_reading,
    veto_rests_on_the_short_survey,
    signature_is_of_these_rules,
    flag_is_whole,
    promise_says_something,
    everything_can_be_supported,
)
