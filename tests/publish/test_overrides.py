"""The changed parts of the theme are read by MkDocs today and by its successor tomorrow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_CODE = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_METHOD = re.compile(r"\.\w+\(")


@pytest.mark.parametrize("file", sorted((ROOT / "overrides").rglob("*.*ml")), ids=lambda file: file.name)
def test_templates_call_no_methods_of_python(file: Path) -> None:
    """Filters and tests exist in both engines of templates; methods of Python in one only."""
    code = " ".join(_CODE.findall(file.read_text(encoding="utf-8")))

    assert _METHOD.findall(code) == []


def test_a_method_would_be_found() -> None:
    """The pattern above sees what it is to see."""
    assert _METHOD.findall("{{ config.site_url.rstrip('/') }}") == [".rstrip("]
