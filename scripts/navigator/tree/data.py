"""Advice as plain values: the stable interface of `scripts/advise.py` and of the page."""

from __future__ import annotations

from typing import Any

from navigator.tree.result import Advice, Because, Change, Way


def as_data(advice: Advice) -> dict[str, Any]:
    """Everything in the advice; the keys of the design first, further ones after them."""
    modes = advice.modes
    return {
        "version": advice.version,
        "survey": advice.survey,
        "stage": advice.stage,
        "direction": advice.direction,
        "gate": advice.gate,
        "recommendations": [
            {
                "id": one.id, "rank": one.rank, "priority": one.priority, "score": one.score,
                "because": [_because(reason) for reason in one.because],
                "closed": [_because(reason) for reason in one.closed],
                "held": one.held,
            }
            for one in advice.recommendations
        ],
        "modes": {
            "first": [_way(way) for way in modes.first],
            "compare": [_way(way) for way in modes.compare],
            "not_now": [_way(way) for way in modes.not_now],
            "neutral": [_way(way) for way in modes.neutral],
        },
        "flags": [
            {"id": flag.id, "next_step": flag.next_step, "title": flag.title, "text": flag.text, "gate": flag.gate,
             "recommendation": flag.recommendation,
             "because": [{"question": question, "option": option} for question, option in flag.because]}
            for flag in advice.flags
        ],
        "paused": advice.paused,
        "asked": list(advice.asked),
        "dropped": list(advice.dropped),
        "plan": list(advice.plan),
        "trial": list(advice.trial),
        "pause": list(advice.pause),
        "month": list(advice.month),
        "unnamed": advice.unnamed,
        "left": dict(advice.left),
    }


def _because(reason: Because) -> dict[str, Any]:
    found: dict[str, Any] = {"question": reason.question, "option": reason.option, "reason": reason.reason,
                             "points": reason.points, "source": reason.source}
    if reason.also:
        found["also"] = [{"question": question, "option": option} for question, option in reason.also]
    return found


def _way(way: Way) -> dict[str, Any]:
    return {
        "id": way.id,
        "for": [_because(reason) for reason in way.reasons_for],
        "against": [_because(reason) for reason in way.against],
        "score": way.score,
        "veto": bool(way.vetoes),
        "changes": [_change(one) for one in way.changes],
    }


def _change(one: Change) -> dict[str, Any]:
    return {"question": one.question, "option": one.option, "reason": one.reason, "change": one.change,
            "veto": one.veto}
