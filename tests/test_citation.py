"""Descriptions of works: GOST R 7.0.100 in the manner of the article's own list."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.citation import gost, short
from navigator.model import Source

REVIEW = {"date": "2026-11-23", "by": "editors", "sources": ["x"], "result": "created"}


def source(**fields: object) -> Source:
    defaults = {"id": "x", "reviews": [REVIEW], "type": "article", "key": "Х", "language": "ru", "read": "none"}
    return Source.model_validate(defaults | fields)


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        (
            {
                "authors": ["Гилева Т. А."],
                "title": "Выход российских МСП на внешние рынки",
                "container": "Стратегические решения и риск-менеджмент",
                "year": "2024",
                "volume": "15",
                "issue": "3",
                "pages": "260–269",
                "doi": "10.17747/2618-947x-2024-3-260-269",
            },
            "Гилева Т. А. Выход российских МСП на внешние рынки // Стратегические решения и риск-менеджмент. – 2024. – "
            "Т. 15, № 3. – С. 260–269. – DOI: 10.17747/2618-947x-2024-3-260-269.",
        ),
        (
            {
                "language": "en",
                "authors": ["Kuivalainen O.", "Sundqvist S.", "Saarenketo S.", "McNaughton R."],
                "title": "Internationalization patterns of small and medium-sized enterprises",
                "container": "International Marketing Review",
                "year": "2012",
                "volume": "29",
                "issue": "5",
                "pages": "448–465",
            },
            "Internationalization patterns of small and medium-sized enterprises / O. Kuivalainen [et al.] // "
            "International Marketing Review. – 2012. – Vol. 29, no. 5. – P. 448–465.",
        ),
        (
            {"language": "en", "authors": ["Jiang G.", "et al."], "title": "Determinants", "year": "2020"},
            "Determinants / G. Jiang [et al.]. – 2020.",
        ),
        (
            {
                "language": "en",
                "type": "chapter",
                "authors": ["Aciach E. K."],
                "title": "Network Ties",
                "container": "Emerging Topics",
                "editors": ["Arte P.", "et al."],
                "place": "Cham",
                "publisher": "Springer",
                "year": "2023",
                "pages": "125–145",
            },
            "Aciach E. K. Network Ties // Emerging Topics / ed. by P. Arte [et al.]. – Cham : Springer, 2023. – "
            "P. 125–145.",
        ),
        (
            {
                "type": "report",
                "language": "en",
                "title": "Equipment-as-a-Service: From Capex to Opex",
                "publisher": "Deloitte",
                "url": "https://a.de/b.pdf",
                "accessed": "2024-09-02",
            },
            "Equipment-as-a-Service: From Capex to Opex / Deloitte. – URL: https://a.de/b.pdf (accessed: 02.09.2024).",
        ),
        (
            {
                "title": "Once bitten, not necessarily shy?",
                "year": "2018",
                "language": "en",
                "article_number": "101662",
            },
            "Once bitten, not necessarily shy? – 2018. – Art. 101662.",
        ),
        (
            {"title": "Рамочные рекомендации", "authors": ["Илькевич С. В."], "incomplete": "журнал не установлен."},
            "Илькевич С. В. Рамочные рекомендации. (описание неполное: журнал не установлен)",
        ),
        (
            {"title": "Страница", "type": "web", "url": "https://a.ru/", "accessed": "2026-11", "publisher": "ЭСКАТО"},
            "Страница / ЭСКАТО. – URL: https://a.ru/ (дата обращения: 11.2026).",
        ),
    ],
)
def test_description_follows_the_standard(fields: dict[str, object], shown: str) -> None:
    assert gost(source(**fields)) == shown


def test_short_form_is_the_key_of_the_source() -> None:
    assert short(source(title="Название", key="Zaheer, 2002")) == "Zaheer, 2002"


WORD = st.text(alphabet="абв", min_size=1, max_size=6)
MAYBE = st.none() | WORD
FIELDS = (
    *("container", "edition", "place", "publisher", "year", "volume", "issue"),
    *("pages", "doi", "url", "article_number", "incomplete"),
)


@given(
    st.fixed_dictionaries(
        {
            "authors": st.lists(WORD | st.just("et al."), max_size=5),
            "editors": st.lists(WORD | st.just("и др."), max_size=3),
            "title": st.sampled_from(["Название", "Название.", "Зачем?"]),
            "language": st.sampled_from(["ru", "en"]),
            **dict.fromkeys(FIELDS, MAYBE),
        }
    )
)
def test_no_set_of_fields_leaves_an_empty_area_or_doubled_punctuation(fields: dict[str, object]) -> None:
    shown = gost(source(**fields))

    assert not re.search(r"\.\.|– –|  |, ,|: –|None|\?\.|// *[.–]|/ *$|^\W", shown)
    assert shown.endswith((".", "?", ")"))
