"""Serves the site on this machine and rebuilds it after each change.

A broken file leaves the last good site in place: the problems stand on every
page and in the terminal until they are mended. Each build runs in a process of
its own, so edits to Python are seen as well as edits to content.
"""

from __future__ import annotations

import html
import os
import subprocess
import sys
import threading
import webbrowser
from pathlib import Path

import click
from mkdocs.livereload import LiveReloadServer

ROOT = Path(__file__).resolve().parents[1]
WATCHED = ("content", "docs", "macros", "overrides", "scripts", "mkdocs.yml")

_OVERLAY = """<section role="alert" lang="ru" style="position:fixed;inset:auto 0 0 0;z-index:9999;max-height:45vh;\
overflow:auto;margin:0;padding:1rem 1.5rem;background:#7a1f1f;color:#fff;font:14px/1.5 ui-monospace,monospace">\
<strong>Показан прежний сайт: последняя правка не собралась.</strong>\
<pre style="white-space:pre-wrap;margin:.5rem 0 0">{problems}</pre></section>"""


class PreviewServer(LiveReloadServer):
    """Serves the last good site with the problems of the last build on top."""

    problems = ""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        if self.problems:
            overlay = _OVERLAY.format(problems=html.escape(self.problems)).encode()
            content = content.replace(b"</body>", overlay + b"</body>", 1)
        return bytes(super()._inject_js_into_html(content, epoch))  # type: ignore[no-untyped-call]


def build_once(content: Path, out: Path) -> str:
    """Builds in a fresh process; the problems, empty when there are none."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build.py"), "--content", str(content), "--out", str(out)],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT,
    )
    click.echo(done.stdout + done.stderr, nl=False)
    return "" if done.returncode == 0 else (done.stderr or done.stdout).strip()


@click.command(help="Показывает сайт на этой машине и пересобирает его после каждой правки.")
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", help="Папка с записями.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Адрес.")
@click.option("--port", default=8000, show_default=True, help="Порт.")
@click.option("--open/--no-open", "show", default=False, help="Открыть в браузере.")
def main(content: Path, host: str, port: int, show: bool) -> None:
    """Serves until Ctrl+C."""
    content = content.resolve()
    out = ROOT / ".build" / "preview"
    # The preview is a site of its own address: what is set for publishing does not apply here.
    os.environ["SITE_URL"] = f"http://{host}:{port}/"

    def rebuild() -> None:
        server.problems = build_once(content, out)

    try:
        server = PreviewServer(rebuild, host, port, str(out))
        server.server_bind()
    except OSError as error:
        click.echo(f"порт {port} не открыть ({error.strerror}); возьмите другой: make serve PORT=8001", err=True)
        sys.exit(2)
    server.socket.close()
    server = PreviewServer(rebuild, host, port, str(out))
    rebuild()
    if not (out / "index.html").is_file():
        click.echo("Сайта ещё нет: исправьте записи и запустите снова.", err=True)
        sys.exit(1)
    server.error_handler = lambda code: (out / "404.html").read_bytes() if code == 404 else None
    for name in WATCHED:
        server.watch(str(ROOT / name))
    if not content.is_relative_to(ROOT):
        server.watch(str(content))
    click.echo(f"Сайт открыт: http://{host}:{port}/ — остановить: Ctrl+C")
    if show:
        threading.Timer(0.5, webbrowser.open, [f"http://{host}:{port}/"]).start()
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()


if __name__ == "__main__":
    main()
