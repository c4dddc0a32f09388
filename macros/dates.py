"""Dates, as pages know them; made in the package, because the printed sheets show them too."""

from navigator.dates import day

__all__ = ["day"]
