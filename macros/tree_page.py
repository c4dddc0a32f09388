"""The pages of the tree: the survey, its rules as picture and table, worked examples."""

from __future__ import annotations

from collections.abc import Callable

from macros.page import Made

PAGES: tuple[Callable[..., Made], ...] = ()
