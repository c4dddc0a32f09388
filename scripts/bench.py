"""Measures the budgets of the design: sizes and ratios, so that a slow machine changes nothing.

Prints a table; never fails because of time. Tests hold the sizes.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import http.server
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Request, sync_playwright

from browser import HOW, find
from build import build
from navigator.load import read_records
from navigator.tree.tree import Tree
from parity import differences, sets
from prove import proofs
from publish import prints
from publish.weight import visit

ROOT = Path(__file__).resolve().parents[1]
RUNS = 3
BUDGETS = {"tree/index.html": 135}  # KiB of a first visit where it is not 100
PARITY = 100_000  # sets of answers on which the two engines are compared
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def median_seconds(act: Callable[[], object], runs: int = RUNS) -> float:
    """Median wall time of `act` in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def check_seconds(content: Path) -> float:
    """Median time of the check command as a whole process."""
    command = [sys.executable, str(ROOT / "scripts" / "check.py"), "--content", str(content)]
    return median_seconds(lambda: subprocess.run(command, capture_output=True, check=False))


def with_more_records(content: Path, into: Path, count: int) -> Path:
    """A copy of `content` with `count` more sources, each a sound record of its own."""
    grown = Path(shutil.copytree(content, into / f"grown-{count}" / "content"))
    model = next(path for path in sorted((content / "sources").glob("*.yml")) if "doi:" in path.read_text("utf-8"))
    lines = model.read_text(encoding="utf-8").splitlines()
    for number in range(count):
        name = f"bench-{number}"
        text = "\n".join(
            f"id: {name}" if line.startswith("id:")
            else f'doi: "10.9999/bench.{number}"' if line.startswith("doi:")
            else line.replace(model.stem, name)
            for line in lines if not line.startswith(("number:", "url:"))
        )
        (grown / "sources" / f"{name}.yml").write_text(text + "\n", encoding="utf-8")
    return grown


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of `folder` while it is served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Nothing to say."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _noting(asked: list[str]) -> Callable[[Request], None]:
    def note(request: Request) -> None:
        asked.append(request.url)

    return note


def page_weights(site: Path) -> list[tuple[str, int]]:
    """Compressed bytes of a first visit, for every page, heaviest first."""
    path = find()
    if not path:
        sys.exit(HOW)
    weights = []
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for file in sorted(site.rglob("*.html")):
            name = file.relative_to(site).as_posix()
            if name.startswith("pagefind/"):
                continue
            context = browser.new_context()
            page = context.new_page()
            asked: list[str] = []
            page.on("request", _noting(asked))
            page.goto(address + name.removesuffix("index.html"), wait_until="networkidle")
            weights.append((name, sum(visit(site, asked).values())))
            context.close()
        browser.close()
    return sorted(weights, key=lambda pair: -pair[1])


def axe_violations(site: Path) -> int:
    """Accessibility violations of every page in both schemes at two widths; each is printed."""
    count = 0
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for scheme in SCHEMES:
            context = browser.new_context(color_scheme=scheme)
            page = context.new_page()
            for file in sorted(site.rglob("*.html")):
                name = file.relative_to(site).as_posix()
                if name.startswith("pagefind/"):
                    continue
                for width in (390, 1280):
                    page.set_viewport_size({"width": width, "height": 900})
                    page.goto(address + name)
                    for rule in Axe().run(page).response["violations"]:
                        count += 1
                        print(f"axe: {name} {scheme} {width}: {rule['id']}")
            context.close()
        browser.close()
    return count


def pages_seconds(content: Path, today: dt.date) -> float:
    """Median time of the HTML step alone, each run in a process of its own."""
    code = (
        "import sys, tempfile, datetime as dt; from pathlib import Path\n"
        "from navigator.load import read_records; from publish import pages, workspace\n"
        "content, day = Path(sys.argv[1]), dt.date.fromisoformat(sys.argv[2])\n"
        "workspace.settle_environment(content, day, 'bench')\n"
        "folder = Path(tempfile.mkdtemp())\n"
        "base, _ = read_records(content)\n"
        "pages.render(workspace.prepare(pages.ROOT / 'docs', folder, base), folder / 'site', base)"
    )
    command = [sys.executable, "-c", code, str(content), today.isoformat()]
    return median_seconds(lambda: subprocess.run(command, cwd=ROOT / "scripts", check=True, capture_output=True))


def plain_seconds(site: Path, folder: Path) -> float:
    """Median time of plain MkDocs with the theme over the same text as ready Markdown."""
    docs = folder / "plain" / "docs"
    for file in site.rglob("*.html"):
        if "pagefind" in file.parts or file.name == "404.html":
            continue
        html = file.read_text(encoding="utf-8")
        body = html[html.find("<article"): html.find("</article>")]
        body = body[body.find(">") + 1:]
        target = docs / file.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"<div>\n{body}\n</div>\n", encoding="utf-8")
    config = folder / "plain" / "mkdocs.yml"
    config.write_text("site_name: plain\ntheme: {name: material, language: ru, font: false}\nplugins: []\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)]
    return median_seconds(lambda: subprocess.run(command, check=True, capture_output=True))


def step_milliseconds(site: Path) -> float:
    """Median time from an answer to the next question, on a processor slowed down four times."""
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(address + "tree/#v=1&at=foreign-sales&view=question", wait_until="networkidle")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        times = []
        while page.evaluate("document.body.dataset.tree") == "question":
            page.locator("section.question:visible input").first.check(force=True)
            times.append(page.evaluate(_STEP))
        browser.close()
    return float(statistics.median(times))


def sheets_seconds(content: Path, today: dt.date) -> float:
    """Median time of all sheets on paper, none of them kept from before; QR codes too."""
    base, _ = read_records(content)

    def made() -> None:
        with tempfile.TemporaryDirectory() as work:
            prints.make(base, today, "https://example.org/navigator/", Path(work))

    return median_seconds(made)


def proofs_seconds(content: Path) -> float:
    """Time in which every promise of the rules is proved."""
    base, _ = read_records(content)
    tree = Tree.of(base.records.values())
    return median_seconds(lambda: proofs(tree, base), runs=1)


_STEP = """() => new Promise((done) => {
  const start = performance.now();
  document.querySelector("[data-act=next]").click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


def parity_differences(content: Path) -> int:
    """For how many sets of answers the page and the command line advise differently."""
    base, _ = read_records(content)
    tree = Tree.of(base.records.values())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        found = differences(browser.new_page(), tree, sets(tree, PARITY))
        browser.close()
    return len(found)


def main() -> None:
    """Measures everything and prints the table."""
    today = dt.date.today()
    content = ROOT / "content"
    rows: list[tuple[str, str, str]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        with contextlib.redirect_stdout(io.StringIO()):
            whole = median_seconds(lambda: build(content, site, today), runs=1)
        heaviest = page_weights(site)
        rows += [(f"page {page}", f"{size / 1024:.1f} KiB", f"≤ {BUDGETS.get(page, 100)} KiB")
                 for page, size in heaviest]
        rows.append(("answer to next question, 4 × slower", f"{step_milliseconds(site):.0f} ms", "≤ 50 ms"))
        rows.append(("axe violations, every page", str(axe_violations(site)), "0"))
        rows.append(("all sheets on paper", f"{sheets_seconds(content, today):.1f} s", "≤ 3 s"))
        rows.append(("proofs of all promises", f"{proofs_seconds(content):.1f} s", ""))
        rows.append(("check", f"{check_seconds(content):.2f} s", "≤ 1 s"))
        grown = with_more_records(content, folder, 2000)
        rows.append(("check, 2,000 more records", f"{check_seconds(grown):.2f} s", "≤ 3 s"))
        ours, plain = pages_seconds(content, today), plain_seconds(site, folder)
        ratio = f"{ours / plain:.2f} × ({ours:.2f} s / {plain:.2f} s)"
        rows.append(("HTML build against plain MkDocs", ratio, "≤ 1.3 ×"))
        records = len(list(content.rglob("*.yml")))
        doubled = pages_seconds(with_more_records(content, folder, records), today)
        rows.append(("twice the records", f"{doubled / ours:.2f} ×", "≤ 2.2 ×"))
        rows.append(("whole build", f"{whole:.1f} s", ""))
        rows.append((f"engines that differ, {PARITY:,} sets", str(parity_differences(content)), "0"))
    width = max(len(row[0]) for row in rows)
    for what, figure, budget in rows:
        print(f"{what:<{width}}  {figure:<28} {budget}")


if __name__ == "__main__":
    main()
