"""The sheets as a part of the site: files, ZIP, facts, the page that lists them."""

from __future__ import annotations

import json
import os
import re
import zipfile
from pathlib import Path

import pytest

from macros.prints import print_page, print_set, size
from macros.render import PAGES, checklist_page, checklists_page, recommendation_page
from macros.site import Site
from navigator.base import KnowledgeBase
from publish import prints
from tests.sheets.conftest import ADDRESS, ROOT, TODAY


@pytest.fixture(scope="module", name="work")
def _work(base: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the build makes before it renders pages."""
    work = tmp_path_factory.mktemp("work")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(prints.FACTS, "")
        prints.make(base, TODAY, ADDRESS, work)
        assert os.environ[prints.FACTS] == str(work / "prints.json")
    return work


@pytest.fixture(name="site")
def _site(base: KnowledgeBase, work: Path) -> Site:
    return Site(base, "v7", prints=str(work / "prints.json"))


def test_the_zip_holds_every_pdf_and_is_the_same_each_time(
    base: KnowledgeBase, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(prints.FACTS, "")
    prints.make(base, TODAY, ADDRESS, tmp_path)

    assert (tmp_path / "print" / prints.ZIP).read_bytes() == (work / "print" / prints.ZIP).read_bytes()
    with zipfile.ZipFile(work / "print" / prints.ZIP) as pack:
        packed = {name.removeprefix("navigator-print/"): pack.read(name) for name in pack.namelist()}
    assert packed == {file.name: file.read_bytes() for file in (work / "print").glob("*.pdf")}


def test_publishing_leaves_the_page_that_stands_there(work: Path, tmp_path: Path) -> None:
    (tmp_path / "print").mkdir()
    (tmp_path / "print" / "index.html").write_text("page", encoding="utf-8")

    prints.publish(work, tmp_path)

    assert (tmp_path / "print" / "index.html").read_text(encoding="utf-8") == "page"
    assert (tmp_path / "print" / "checklists-booklet.pdf").is_file()


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000/", "http://localhost:8000/", ""])
def test_a_preview_prints_no_code_of_itself(
    base: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv(prints.FACTS, "")
    printed: list[str] = []
    monkeypatch.setattr(prints, "Printer", lambda press, cache: printed.append(press.site_url) or _Idle())

    prints.make(base, TODAY, address, tmp_path)

    assert printed == [""]


class _Idle:
    def print(self, sheets: object) -> list[object]:
        return []


def test_the_page_lists_every_pdf_with_pages_and_size(site: Site, work: Path) -> None:
    page = print_page(site).markdown
    facts = json.loads((work / "prints.json").read_text(encoding="utf-8"))

    linked = re.findall(r'href="\.\./(print/[\w.-]+)"', page)
    assert sorted(linked) == sorted([facts["zip"]["file"], *(one["file"] for one in facts["sheets"])])
    for one in print_set(site).prints:
        assert f'PDF, {one.measure}; <span class="version">версия&nbsp;{one.version}' in page
        assert (work / one.file).stat().st_size == one.bytes


def test_a_page_offers_its_own_pdfs(site: Site) -> None:
    one, whole = checklist_page(site, "checklist-decomposition").markdown, checklists_page(site).markdown

    assert re.findall(r'href="\.\./\.\./print/([\w-]+)\.pdf"', one) == [
        "checklist-decomposition-compact", "checklist-decomposition-expanded"]
    assert re.findall(r'href="\.\./print/([\w-]+)\.pdf"', whole) == [
        "checklists-booklet", "checklists-summary", "checklists-wall"]
    assert re.findall(r"print/([\w-]+)\.pdf", recommendation_page(site, "decomposition").markdown) == [
        "checklist-decomposition-compact", "checklist-decomposition-expanded"]
    assert re.search(r"сжатый лист</a> \(PDF, 1\u00a0страница, \d+\u00a0КБ\)", one)


def test_every_pdf_is_offered_by_its_page_with_pages_and_size(site: Site) -> None:
    """The page to which its address and its code lead; the list of all sheets is the page of none."""
    found = print_set(site).prints
    pages = {address: _page(site, address) for address in {one.page for one in found}}
    offered = {
        address: re.findall(r'href="([^"]+)" type="application/pdf">[^<]+</a> \(PDF, ([^)]+)\)', page)
        for address, page in pages.items()
    }
    lost = [one.file for one in found
            if ("../" * one.page.count("/") + one.file, one.measure) not in offered[one.page]]

    assert "print/" not in pages
    assert lost == []


def _page(site: Site, address: str) -> str:
    """What stands at an address, by the stub of its page."""
    stub = next(file for file in (ROOT / f"docs/{address}index.md", ROOT / f"docs/{address.rstrip('/')}.md")
                if file.is_file())
    called = re.search(r"\{\{ (\w+)\((?:\"([\w-]+)\")?\) \}\}", stub.read_text(encoding="utf-8"))
    assert called
    return PAGES[called[1]](site, *filter(None, [called[2]])).markdown


def test_pages_stand_without_prints(base: KnowledgeBase, tmp_path: Path) -> None:
    """Plain MkDocs prints nothing, and a file of an earlier build may be gone."""
    for path in ("", str(tmp_path / "gone.json")):
        site = Site(base, "v7", prints=path)
        assert ".pdf" not in checklist_page(site, "checklist-decomposition").markdown
        assert "в&nbsp;этой их&nbsp;нет" in print_page(site).markdown


@pytest.mark.parametrize(
    ("number", "shown"), [(400, "1 КБ"), (41_936, "42 КБ"), (999_400, "999 КБ"), (1_440_000, "1,4 МБ")]
)
def test_sizes_are_as_a_reader_knows_them(number: int, shown: str) -> None:
    assert size(number).replace("\u00a0", " ") == shown


def test_the_setting_is_read_by_the_site() -> None:
    assert f"[{prints.FACTS}," in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
