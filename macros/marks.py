"""Provenance marks, as pages know them; made in the package, because the printed sheets show them too."""

from navigator.marks import Mark, has_own_author, mark_of, runs

__all__ = ["Mark", "has_own_author", "mark_of", "runs"]
