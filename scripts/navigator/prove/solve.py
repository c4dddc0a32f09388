"""The one place where the solver is asked."""

from __future__ import annotations

import z3

LIMIT = 60_000  # milliseconds for one question; those of today take a fraction of a second


class UndecidedError(Exception):
    """The solver gave up within its time."""


def solve(*formulas: z3.BoolRef) -> z3.ModelRef | None:
    """A model of the formulas, None where there is none."""
    solver = z3.Solver()
    solver.set("timeout", LIMIT)
    solver.add(*formulas)
    answer = solver.check()
    if answer == z3.unknown:
        raise UndecidedError(solver.reason_unknown())
    return solver.model() if answer == z3.sat else None
