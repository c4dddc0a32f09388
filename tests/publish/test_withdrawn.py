"""What was withdrawn keeps its page and its anchor, says why, and leads to what replaced it."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from build import ROOT, build
from macros.catalogue import outcomes_page
from macros.gone import gone
from macros.render import checklist_page, recommendation_page, stages_page
from macros.site import Site
from navigator.load import read_records
from tests.rules.sound import lay, sound_content

TODAY = dt.date(2026, 11, 23)
OLD, NEW = "note-kenya-knowledge-and-refusal", "note-china-cross-border-platform"
WHY = "retired_reason: Так больше не пишут."


def withdraw(file: Path, instead: str = "") -> None:
    """Withdraws the record of a file, as an editor does."""
    more = f"\nreplaced_by: {instead}" if instead else ""
    text = file.read_text(encoding="utf-8").replace("status: draft", f"status: retired\n{WHY}{more}", 1)
    entry = "\n  - date: 2026-11-23\n    by: editors\n    sources: [{}]\n    result: retired\n    note: Снято.\n"
    work = re.findall(r"sources: \[([^\],]+)", text)[-1]
    file.write_text(text.rstrip("\n") + entry.format(work), encoding="utf-8")


@pytest.fixture(name="content")
def _content(tmp_path: Path) -> Path:
    """A copy of the content, to withdraw from."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    """The sound content."""
    lay(tmp_path / "small", sound_content())
    return tmp_path / "small"


def site(folder: Path, **more: object) -> Site:
    return Site(read_records(folder)[0], "v", **more)


def test_a_withdrawn_page_says_why_first_and_leads_on(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link and a canonical address, no leap that would hide the reason; the page is in no search and no map."""
    monkeypatch.setenv("SITE_URL", "https://example.org/navigator/")
    withdraw(content / "notes" / f"{OLD}.yml", NEW)

    build(content, tmp_path / "site", TODAY)

    page = (tmp_path / "site" / "notes" / OLD / "index.html").read_text(encoding="utf-8")
    text = page.replace("\xa0", " ").replace("&nbsp;", " ")
    assert f'<link rel="canonical" href="https://example.org/navigator/notes/{NEW}/">' in page
    assert "http-equiv" not in page.casefold().replace('http-equiv="x-ua-compatible"', "")
    assert "Запись снята: Так больше не пишут." in text
    assert f'Вместо неё — <a href="../../notes/{NEW}/">' in text
    assert text.index("Запись снята") < text.index('<h2 id="context"')
    assert "data-pagefind-body" not in page
    assert f"URL: https://example.org/navigator/notes/{OLD}/" in text
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert OLD not in sitemap
    assert sitemap.count(f"/notes/{NEW}/</loc>") == 1
    other = (tmp_path / "site" / "notes" / NEW / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="https://example.org/navigator/notes/{NEW}/">' in other
    assert "data-pagefind-body" in other


def test_an_anchor_that_its_page_leaves_out_stands_at_the_foot(content: Path) -> None:
    assert "withdrawn" not in outcomes_page(site(content)).markdown

    withdraw(content / "outcomes" / "outcome-pause.yml", "outcome-preparation")

    made = outcomes_page(site(content)).markdown.replace("\xa0", " ")
    foot = made.split('class="withdrawn"')[1]
    assert '<div id="outcome-pause">' in foot
    assert "Так больше не пишут." in foot
    assert '<a href="#outcome-preparation">' in foot
    assert "#outcome-pause" not in made


def test_a_direction_is_withdrawn_in_its_place(content: Path) -> None:
    withdraw(content / "directions" / "hold.yml", "reduce")
    withdraw(content / "factors" / "factor-regulation.yml")

    stages = stages_page(site(content)).markdown.replace("\xa0", " ")
    factors = recommendation_page(site(content), "external-factors").markdown.replace("\xa0", " ")
    assert '<a href="#reduce">' in stages.split('id="hold"')[1].split("Запись снята: Так больше не пишут.")[1]
    assert "Запись снята: Так больше не пишут." in factors.split('id="factor-regulation"')[1]


def test_a_withdrawn_item_keeps_its_anchor_on_its_own_checklist(small: Path) -> None:
    """Only the list of ids remembers it; ids of one list begin alike."""
    base = site(small).base
    first, other = base.checklists[:2]
    begin = first.items[0].id.partition("-")[0]
    made = site(small, retired_items=(f"{begin}-long-gone", first.items[0].id))

    assert [one.id for one in gone(made, f"checklists/{first.recommendation}/")] == [f"{begin}-long-gone"]
    assert f'<div id="{begin}-long-gone">' in checklist_page(made, first.id).markdown
    if not other.items[0].id.startswith(f"{begin}-"):
        assert gone(made, f"checklists/{other.recommendation}/") == ()
