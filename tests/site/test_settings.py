"""What the three settings of a publisher add to the site, and what is absent without them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build import ROOT, lacking
from publish.scan import scan
from tests.site.conftest import TODAY


@pytest.fixture(scope="module", name="published")
def _published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built for an address below the root of a host."""
    out = tmp_path_factory.mktemp("published") / "site"
    settings = {"SITE_URL": "https://example.org/nav/", "REPO_URL": "https://example.org/repo/",
                "REMARK_EMAIL": "editors@example.org"}
    subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build.py"), "--out", str(out), "--today", TODAY.isoformat()],
        env={**os.environ, **settings}, check=True, capture_output=True,
    )
    return out


def test_a_site_below_the_root_of_its_host_is_whole(published: Path) -> None:
    """Links, anchors and files resolve under the path; addresses are absolute where they must be."""
    assert scan(published, "/nav/") == []
    page = (published / "stages" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/nav/stages/">' in page
    assert "https://example.org/nav/assets/img/preview.png" in page
    assert "https://example.org/nav/stages/" in (published / "sitemap.xml").read_text(encoding="utf-8")


def test_the_edit_link_leads_to_the_record(published: Path, site: Path) -> None:
    """With a repository each page leads to its YAML; without one it offers nothing."""
    name = "recommendations/mode-diversity/index.html"
    assert "https://example.org/repo/edit/main/content/recommendations/mode-diversity.yml" in (
        published / name).read_text(encoding="utf-8")
    assert "/edit/" not in (site / name).read_text(encoding="utf-8")


def test_remarks_are_mailed_only_where_an_address_is_set(published: Path, site: Path) -> None:
    """The address is a setting, absent by default."""
    assert "mailto:editors@example.org" in (published / "method" / "index.html").read_text(encoding="utf-8")
    assert "mailto:" not in (site / "method" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("given", "nowhere"), [
    ((), True), (("SITE_URL",), True), (("REPO_URL",), False), (("REMARK_EMAIL",), False),
])
def test_the_build_says_that_experts_have_nowhere_to_send(given: tuple[str, ...], nowhere: bool) -> None:
    lines = lacking(dict.fromkeys(given, "x"))

    assert any("Экспертам некуда передать" in line for line in lines) == nowhere
    assert not [name for name in given if f"Не задано {name}" in "\n".join(lines)]


def test_every_page_describes_itself(site: Path) -> None:
    """Title, description and preview of its own on each page, and no two titles alike."""
    titles = set()
    pages = [file for file in site.rglob("index.html") if "pagefind" not in file.parts]
    for file in pages:
        page = file.read_text(encoding="utf-8")
        assert '<meta name="description" content="' in page, file
        assert '<meta property="og:title"' in page, file
        titles.add(page.split("<title>")[1].split("</title>")[0])
    assert len(titles) == len(pages)
