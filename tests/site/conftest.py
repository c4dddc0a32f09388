"""One built site, one server and one real browser for all tests of pages."""

from __future__ import annotations

import datetime as dt
import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser import HOW, find
from build import ROOT, build

TODAY = dt.date(2026, 11, 23)

# A way in to look at, whichever the content has.
MODE = min((file.stem for file in (ROOT / "content" / "modes").glob("*.yml")), default="no-way-in-yet")

# One page of each template.
TEMPLATES = (
    "", "recommendations/", "recommendations/internal-factors/", "checklists/", "checklists/external-factors/",
    "stages/", "ways/", "ways/direct-export/", f"ways/{MODE}/", "ways/compare/", "ways/outcomes/",
    "notes/", "notes/note-kenya-knowledge-and-refusal/", "cases/", "cases/case-machine-maker-in-and-out/",
    "glossary/", "sources/", "method/", "where-to-turn/", "licence/", "404.html",
    "experts/", "experts/templates/", "experts/rules/", "experts/forms/", "experts/review/", "experts/hosting/",
    "board/",
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the output of the tests is for failures."""


def serve(folder: Path) -> Iterator[str]:
    """Serves `folder` on a free port of this machine; yields the address with a slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session", name="site")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once from the shipped content."""
    out = tmp_path_factory.mktemp("build") / "site"
    build(ROOT / "content", out, TODAY)
    return out


@pytest.fixture(scope="session", name="address")
def _address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    yield from serve(site)


@pytest.fixture(scope="session", name="browser")
def _browser() -> Iterator[Browser]:
    """A real Chromium; without one the tests fail, they are never skipped in silence."""
    path = find()
    assert path, HOW
    with sync_playwright() as playwright:
        flags = ["--no-sandbox"] if sys.platform == "linux" else []
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture(name="context")
def _context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile at desktop width."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    yield context
    context.close()


@pytest.fixture(name="page")
def _page(context: BrowserContext) -> Page:
    """A fresh tab."""
    return context.new_page()
