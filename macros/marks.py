"""Provenance marks, as pages know them; made in the package, because the printed sheets show them too."""

from navigator.marks import Mark, mark_of, runs

__all__ = ["Mark", "mark_of", "runs"]
