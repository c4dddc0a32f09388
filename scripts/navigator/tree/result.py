"""What advice consists of. Every line keeps the answers it rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Because:
    """A reason: the answer it rests on (`option` is None where there is none), its points, its words."""

    question: str
    option: str | None
    reason: str
    points: int
    source: str  # id of the question or combination that holds the effect
    also: tuple[tuple[str, str], ...] = ()  # further answers of a combination


@dataclass(frozen=True, slots=True)
class Placed:
    """A recommendation in its place."""

    id: str
    rank: int
    priority: bool
    score: int
    because: tuple[Because, ...]
    closed: tuple[Because, ...]  # what shows that there is less need of it
    held: bool  # stands higher than its points because a rule holds it there


@dataclass(frozen=True, slots=True)
class Change:
    """What would have to change for a veto or an objection to go."""

    question: str
    option: str | None
    reason: str
    change: str
    veto: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A group of ways in, with what speaks for and against it."""

    id: str
    score: int
    reasons_for: tuple[Because, ...]
    against: tuple[Because, ...]
    vetoes: tuple[Because, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Modes:
    """Groups of ways in by where they stand."""

    first: tuple[Way, ...]
    compare: tuple[Way, ...]
    not_now: tuple[Way, ...]
    neutral: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """A flag that is shown."""

    id: str
    gate: bool
    title: str
    text: str
    next_step: str
    recommendation: str
    because: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """Everything that the answers lead to."""

    version: str
    survey: str
    stage: str | None
    direction: str | None
    gate: str | None
    paused: bool
    recommendations: tuple[Placed, ...]
    modes: Modes
    flags: tuple[Raised, ...]
    plan: tuple[str, ...]
    trial: tuple[str, ...]
    pause: tuple[str, ...]  # what stays possible while the market is on pause
    month: tuple[str, ...]  # ids of checklist items, one for each priority
    unnamed: str | None  # a group in front or to compare that the owner has not named
    asked: tuple[str, ...]
    dropped: tuple[str, ...]
    left: tuple[tuple[str, int], ...]
