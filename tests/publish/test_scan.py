"""The scan of the built HTML sees each fault it exists for."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.scan import scan

SOUND = '<!doctype html><html lang="ru"><head><title>т</title></head><body><h1 id="top">т</h1>{body}</body></html>'

FAULTS = {
    "braces": ("<p>{{ name }}</p>", "index.html: осталась разметка шаблона: «…т т {{ name }}…»"),
    "macro": ("<p>Macro Rendering Error</p>",
              "index.html: ошибка макроса вместо текста: «…т т Macro Rendering Error…»"),
    "none": ("<p>Проверил None</p>", "index.html: пустое значение вместо текста: «…т т Проверил None…»"),
    "dead link": ('<a href="gone/">x</a>', "index.html: ссылка gone/ никуда не ведёт"),
    "dead anchor": ('<a href="#gone">x</a>', "index.html: на странице «index.html» нет якоря #gone"),
    "scheme": ('<a href="javascript:alert(1)">x</a>', "index.html: ссылка с недопустимой схемой: javascript:alert(1)"),
    "foreign script": ('<script src="https://cdn.example/x.js"></script>',
                       "index.html: загружается с чужого адреса: https://cdn.example/x.js"),
    "foreign picture": ('<img src="//cdn.example/x.png">',
                        "index.html: загружается с чужого адреса: //cdn.example/x.png"),
    "missing file": ('<img src="x.png">', "index.html: нет файла x.png"),
    "event": ('<p onclick="alert(1)"></p>', "index.html: в разметку попал код: onclick у <p>"),
    "jump": ('<meta http-equiv="refresh" content="0;url=x">', "index.html: в разметку попал код: http-equiv у <meta>"),
    "second h1": ("<h1>ещё</h1>", "index.html: заголовков первого уровня: 2, нужен ровно один"),
    "repeated id": ('<p id="top"></p>', "index.html: якорь «top» встречается дважды"),
}


@pytest.mark.parametrize(("body", "message"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_named(tmp_path: Path, body: str, message: str) -> None:
    """The page with exactly this fault gives exactly this line."""
    (tmp_path / "index.html").write_text(SOUND.format(body=body), encoding="utf-8")

    assert scan(tmp_path) == [message]


def test_a_foreign_address_in_a_style_is_named(tmp_path: Path) -> None:
    """Fonts and imports of other hosts count as requests."""
    (tmp_path / "x.css").write_text("@import 'https://fonts.example/a.css';", encoding="utf-8")

    assert scan(tmp_path) == ["x.css: загружается с чужого адреса: https://fonts.example/a.css"]


def test_a_page_without_language_and_title_is_named(tmp_path: Path) -> None:
    """A screen reader needs the language, a tab the title."""
    (tmp_path / "index.html").write_text("<h1>т</h1>", encoding="utf-8")

    assert scan(tmp_path) == [
        'index.html: у страницы не указан русский язык (lang="ru")',
        "index.html: у страницы нет заголовка в <title>",
    ]


def test_a_sound_site_has_no_problems(tmp_path: Path) -> None:
    """Links to folders, anchors, state fragments and mail are fine; code is not read as text."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text(
        SOUND.format(body='<a href="../#top">x</a><a href="/sub/a/">y</a><a href="mailto:a@b.ru">z</a>'),
        encoding="utf-8",
    )
    (tmp_path / "index.html").write_text(
        SOUND.format(body='<a href="a/#v=1&amp;x=y">x</a><script>let x = "{{ None }}"</script>'), encoding="utf-8"
    )

    assert scan(tmp_path, base="/sub/") == []
