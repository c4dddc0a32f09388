"""What was withdrawn from a page of many records keeps its anchor, says why, and leads to what replaced it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from build import ROOT
from macros.catalogue import outcomes_page
from macros.gone import gone
from macros.render import checklist_page, recommendation_page, stages_page
from macros.site import Site
from navigator.load import read_records
from tests.rules.sound import lay, sound_content

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
