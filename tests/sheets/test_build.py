"""A sheet that cannot be printed fails the build like anything else: one Russian line, the last site stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import build
from sheets.compile import SheetError
from tests.sheets.conftest import ROOT, TODAY


def test_a_sheet_that_cannot_be_printed_leaves_the_last_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, content = tmp_path / "site", Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    out.mkdir()
    (out / "build.json").write_text("{}", encoding="utf-8")
    (out / "index.html").write_text("last", encoding="utf-8")

    def broken(*_: object) -> None:
        raise SheetError("лист «Проба» (probe.pdf) не собрался: Typst сообщает: что-то не так")

    monkeypatch.setattr(build.prints, "make", broken)

    assert build.main.callback is not None
    assert build.main.callback(content=content, out=out, today=TODAY.isoformat()) == 1
    assert capsys.readouterr().err == (
        "лист «Проба» (probe.pdf) не собрался: Typst сообщает: что-то не так\n"
        "Сайт не собран; прежний остался на месте.\n"
    )
    assert sorted(path.name for path in out.iterdir()) == ["build.json", "index.html"]
