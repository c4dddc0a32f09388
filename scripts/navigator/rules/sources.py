"""Rules of sources: a description is in form, complete or honestly incomplete, and given once (group I)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from navigator.citation import gost
from navigator.prose import address_fault
from navigator.rules import article
from navigator.rules.rule import Found, Look, rule

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
_DOI_PREFIX = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")
_YEAR = re.compile(r"\d{4}")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|ysclid|mc_[ce]id|_openstat|from|ref|igshid")
_SHORTENERS = frozenset({"bit.ly", "clck.ru", "goo.gl", "t.co", "tinyurl.com", "vk.cc", "ow.ly", "is.gd", "u.to"})
_COPIES = (
    "scribd.com",
    "coursehero.com",
    "docslib.org",
    "123dok.com",
    "pdfcoffee.com",
    "businessdocbox.com",
    "studfile.net",
    "dokumen.tips",
    "academia.edu",
    "sci-hub",
)
# What a description of each type cannot do without; an alternative is a tuple.
_REQUIRED: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "article": ("authors", "container", "year", ("pages", "article_number", "doi")),
    "chapter": ("authors", "container", "year", "publisher"),
    "book": ("authors", "publisher", "year"),
    "conference": ("authors", "container", "year"),
    "report": (("authors", "publisher"), "year"),
    "web": ("url", "accessed"),
    "law": ("publisher", "year"),
}


@rule("I01")
def description_is_complete_or_says_so(look: Look) -> Iterator[Found]:
    """У работы есть всё, что нужно для её вида; чего нет, названо в incomplete, а не дополнено по догадке."""
    for source in look.base.sources:
        missing = [
            " или ".join(names)
            for names in (name if isinstance(name, tuple) else (name,) for name in _REQUIRED[source.type])
            if not any(getattr(source, name) for name in names)
        ]
        if missing and source.incomplete is None:
            message = f"в описании вида {source.type} нет: {', '.join(missing)}"
            fix = "впишите, что напечатано в самой работе, или назовите пробел в incomplete"
            yield Found(look.base.place(source.id, "type"), message, fix)


@rule("I02")
def doi_is_in_form(look: Look) -> Iterator[Found]:
    """DOI пишут строчными буквами и без адреса: 10.1016/j.ibusrev.2017.03.010."""
    for source in look.base.sources:
        if source.doi is None:
            continue
        place = look.base.place(source.id, "doi")
        bare = _DOI_PREFIX.sub("", source.doi)
        if bare != source.doi:
            yield Found(place, f"лишнее перед DOI: «{source.doi}»", f"пишите «{bare.lower()}»")
        elif not _DOI.fullmatch(source.doi):
            yield Found(place, f"это не DOI: «{source.doi}»", "DOI начинается с 10. и номера, затем косая черта")
        elif source.doi != source.doi.lower():
            yield Found(place, f"DOI с прописными буквами: «{source.doi}»", f"пишите «{source.doi.lower()}»")


@rule("I03")
def address_is_clean(look: Look) -> Iterator[Found]:
    """Адрес работы — http(s), без пароля, меток слежения, сокращателей и сайтов с копиями."""
    for source in look.base.sources:
        if source.url is None:
            continue
        place = look.base.place(source.id, "url")
        fault = address_fault(source.url) or (None if source.url.lower().startswith("http") else "нужен http или https")
        if fault:
            yield Found(place, f"{fault}: «{source.url}»", "впишите официальный адрес работы целиком: https://…")
            continue
        parts = urlsplit(source.url)
        host = (parts.hostname or "").removeprefix("www.")
        tracking = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if _TRACKING.fullmatch(name)]
        if host in _SHORTENERS:
            yield Found(place, f"сокращённый адрес «{host}»", "впишите адрес, на который он ведёт")
        elif any(host == copy or host.endswith("." + copy) or copy in host for copy in _COPIES):
            yield Found(place, f"адрес сайта с копиями: «{host}»", "укажите DOI или страницу издателя либо уберите url")
        elif host == "doi.org":
            yield Found(place, "адрес повторяет DOI", "впишите его в поле doi, а url уберите")
        elif tracking:
            yield Found(place, f"метки слежения в адресе: {', '.join(tracking)}", "уберите их из адреса")


@rule("I04")
def work_is_described_once(look: Look) -> Iterator[Found]:
    """Двух записей с одним DOI или одним адресом не бывает."""
    first: dict[str, str] = {}
    for source in look.base.sources:
        for field, value in (("doi", source.doi), ("url", source.url)):
            if value is None:
                continue
            key = value.lower() if field == "doi" else _same_address(value)
            if key in first:
                message = f"{field} «{value}» уже у записи «{first[key]}»"
                yield Found(look.base.place(source.id, field), message, "оставьте одну запись и ссылайтесь на неё")
            first.setdefault(key, source.id)


@rule("I06")
def day_of_opening_is_past(look: Look) -> Iterator[Found]:
    """День, когда адрес открывали, записан ГГГГ-ММ-ДД или ГГГГ-ММ, и он не в будущем; без адреса его нет."""
    for source in look.base.sources:
        if source.accessed is None:
            continue
        place = look.base.place(source.id, "accessed")
        if not _DAY.fullmatch(source.accessed):
            yield Found(place, f"«{source.accessed}» — не день и не месяц", "пишите ГГГГ-ММ-ДД или ГГГГ-ММ")
        elif source.accessed > look.today.isoformat()[: len(source.accessed)]:
            yield Found(place, f"{source.accessed} ещё не наступило", "впишите день, когда адрес открывали")
        elif source.url is None:
            yield Found(place, "accessed без адреса", "добавьте url или уберите accessed")


@rule("I07")
def number_in_the_article_is_unique(look: Look) -> Iterator[Found]:
    """Номер в списке литературы статьи занят одной работой."""
    first: dict[int, str] = {}
    for source in look.base.sources:
        if source.number is None:
            continue
        if source.number in first:
            place = look.base.place(source.id, "number")
            message = f"номер {source.number} уже у записи «{first[source.number]}»"
            yield Found(place, message, "сверьте номер со списком литературы статьи")
        first.setdefault(source.number, source.id)


@rule("I08")
def year_is_a_year(look: Look) -> Iterator[Found]:
    """Год издания — четыре цифры, и он не позже следующего года."""
    for source in look.base.sources:
        if source.year is None:
            continue
        if not _YEAR.fullmatch(source.year) or not 1800 <= int(source.year) <= look.today.year + 1:
            place = look.base.place(source.id, "year")
            yield Found(place, f"«{source.year}» — не год издания", "впишите год четырьмя цифрами")


@rule("I09")
def unread_work_says_nothing(look: Look) -> Iterator[Found]:
    """Работа, которую никто не читал, ничего не утверждает: при read: none в says нет пометки source."""
    for source in look.base.sources:
        for number, said in enumerate(source.says):
            if source.read == "none" and said.mark == "source":
                place = look.base.place(source.id, "says", number, "mark")
                fix = "отметьте в read, как её прочли, или поставьте mark: editorial"
                yield Found(place, "работу не читали, а says пересказывает её", fix)


@rule("I11")
def citation_reads_well(look: Look) -> Iterator[Found]:
    """Описание по ГОСТ Р 7.0.100 выходит без пустых мест и двойных знаков."""
    for source in look.base.sources:
        shown = gost(source)
        match = re.search(r"\.\.|,,|, ,|::|\( ?\)|  |[,;:] ?\.", shown)
        if match:
            message = f"в описании «{match[0]}»: {shown}"
            yield Found(look.base.place(source.id, "title"), message, "уберите лишний знак в полях записи")


@rule("I12")
def page_range_has_a_dash(look: Look) -> Iterator[Found]:
    """Страницы пишут цифрами через короткое тире: 1051–1063."""
    for source in look.base.sources:
        if source.pages is not None and re.search(r"\d\s*(?:-|—)\s*\d|[СCPp]\.", source.pages):
            place = look.base.place(source.id, "pages")
            fixed = re.sub(r"\s*(?:-|—)\s*", "–", re.sub(r"^\D+", "", source.pages))
            yield Found(place, f"страницы записаны «{source.pages}»", f"пишите «{fixed}»")


@rule("I13")
def the_article_is_among_the_sources(look: Look) -> Iterator[Found]:
    """Сама статья описана среди источников: на неё опирается пометка article."""
    known = look.base.records.get(article.SOURCE)
    if known is not None and known.status == "retired":
        yield Found(look.base.place(known.id, "status"), "снята запись о самой статье", "верните status: draft")


def _same_address(url: str) -> str:
    """An address without what does not tell pages apart."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


RULES = (
    description_is_complete_or_says_so,
    doi_is_in_form,
    address_is_clean,
    work_is_described_once,
    day_of_opening_is_past,
    number_in_the_article_is_unique,
    year_is_a_year,
    unread_work_says_nothing,
    citation_reads_well,
    page_range_has_a_dash,
    the_article_is_among_the_sources,
)
