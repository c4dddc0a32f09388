"""Rules of provenance: every statement says where it comes from, and says it truly (group I)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.rules import article
from navigator.rules.rule import Found, Look, rule


@rule("I21")
def article_is_cited_by_lines(look: Look) -> Iterator[Found]:
    """Пометка article требует строк статьи, в которых это сказано."""
    for record, path, statement in look.statements:
        if statement.mark == "article" and not statement.lines:
            fix = "добавьте lines: [номера строк]; если в статье этого нет, поставьте mark: editorial"
            yield Found(look.place(record, (*path, "mark")), "пометка article без строк статьи", fix)


@rule("I22")
def lines_belong_to_the_article(look: Look) -> Iterator[Found]:
    """Строки статьи существуют: от 1 до 142, каждая названа один раз; lines бывает только при mark: article."""
    for record, path, statement in look.statements:
        for field, numbers in (("lines", statement.lines), ("topic", statement.topic)):
            for place, number in enumerate(numbers):
                where = look.place(record, (*path, field, place))
                if not 1 <= number <= article.LINES:
                    yield Found(where, f"в статье нет строки {number}", f"строки нумеруются 1–{article.LINES}")
                elif number in numbers[:place]:
                    yield Found(where, f"строка {number} названа дважды", "уберите повтор")
        if statement.lines and statement.mark != "article":
            fix = "строки, откуда взята тема, называет topic" if statement.mark == "editorial" else "уберите lines"
            yield Found(look.place(record, (*path, "lines")), f"lines при пометке {statement.mark}", fix)


@rule("I23")
def source_mark_names_its_work(look: Look) -> Iterator[Found]:
    """Пометка source называет работу, в которой это сказано, и это не сама статья."""
    for record, path, statement in look.statements:
        if statement.mark != "source":
            continue
        if not statement.sources:
            fix = "добавьте sources: [id] или поставьте mark: editorial"
            yield Found(look.place(record, (*path, "mark")), "пометка source без работ", fix)
        elif set(statement.sources) == {article.SOURCE}:
            fix = "поставьте mark: article и lines"
            yield Found(look.place(record, (*path, "sources")), "источник — сама статья", fix)


@rule("I24")
def topic_is_editorial(look: Look) -> Iterator[Found]:
    """Поле topic бывает только у пояснения редакции: у статьи и у источника слова их собственные."""
    for record, path, statement in look.statements:
        if statement.topic and statement.mark != "editorial":
            fix = "уберите topic; строки статьи называет lines" if statement.mark == "article" else "уберите topic"
            yield Found(look.place(record, (*path, "topic")), f"topic при пометке {statement.mark}", fix)


@rule("I25", severity="warning")
def cited_works_were_read(look: Look) -> Iterator[Found]:
    """На работу, которую никто не читал, не опирается ни утверждение с пометкой source, ни пояснение редакции."""
    unread = {source.id for source in look.base.sources if source.read == "none"}
    for record, path, statement in look.statements:
        if statement.mark == "source" and statement.sources and unread.issuperset(statement.sources):
            fix = "прочтите хотя бы аннотацию и отметьте read или поставьте mark: editorial без этой работы"
            place = look.place(record, (*path, "sources"))
            yield Found(place, f"никто не читал: {', '.join(statement.sources)}", fix)
        if statement.mark == "editorial":
            for number, name in enumerate(statement.sources):
                if name in unread:
                    fix = "прочтите аннотацию и отметьте read или уберите её: дальнейшее чтение называют в тексте"
                    yield Found(look.place(record, (*path, "sources", number)), f"никто не читал: {name}", fix)


@rule("I26", severity="warning")
def listed_sources_are_those_used(look: Look) -> Iterator[Found]:
    """Работа, на которую ссылается абзац рекомендации, стоит и в её списке sources."""
    listed = {one.id: set(one.sources) for one in look.base.recommendations}
    for record, path, statement in look.statements:
        for number, name in enumerate(statement.sources if record in listed else ()):
            if name not in listed[record]:
                place = look.place(record, (*path, "sources", number))
                yield Found(place, f"«{name}» нет в списке sources рекомендации", "добавьте id в sources записи")


RULES = (
    article_is_cited_by_lines,
    lines_belong_to_the_article,
    source_mark_names_its_work,
    topic_is_editorial,
    cited_works_were_read,
    listed_sources_are_those_used,
)
