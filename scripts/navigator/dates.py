"""Dates as a Russian reader writes them."""

from __future__ import annotations

import datetime as dt

from navigator.typography import NBSP

_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
           "ноября", "декабря")


def day(date: dt.date) -> str:
    """«23 ноября 2026», never broken after the day."""
    return f"{date.day}{NBSP}{_MONTHS[date.month - 1]} {date.year}"
