"""The pages of the catalogue: groups of ways in, single ways, comparison, lawful outcomes."""

from __future__ import annotations

from collections.abc import Callable

from macros.page import Made

PAGES: tuple[Callable[..., Made], ...] = ()
