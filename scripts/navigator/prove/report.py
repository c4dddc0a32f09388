"""What became of the promises, in Russian, with a link that opens each counterexample."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from navigator.plural import counted
from navigator.prove.prover import Counterexample, Proof
from navigator.typography import plain_spaces

FORMAT = 1  # of the fragment of the tree page


def link(answers: Mapping[str, Any], site: str = "") -> str:
    """The address of the tree page that opens with the answers."""
    parts = [f"v={FORMAT}"]
    for question, given in answers.items():
        options = [given] if isinstance(given, str) else given
        parts.append(f"{quote(question)}={','.join(quote(one) for one in options)}")
    return f"{site.rstrip('/') or '…'}/tree/#{'&'.join(parts)}"


def text(proofs: Sequence[Proof], site: str = "") -> str:
    """The whole report."""
    return "\n".join(_lines(proofs, site))


def _lines(proofs: Sequence[Proof], site: str) -> Iterator[str]:
    for proof in proofs:
        mark = "доказано" if proof.proved else "НЕ ДОКАЗАНО"
        parts = counted(proof.parts, "часть", "части", "частей")
        yield f"{mark:<12} {plain_spaces(proof.guarantee.title)} ({proof.guarantee.id}; {parts}, {proof.seconds:.2f} с)"
        if proof.parts == 0:
            yield "  в claim нет ничего, что можно доказать"
        yield from (f"  условие не выполняется ни при каких ответах, обещание пусто: {what}" for what in proof.empty)
        yield from (f"  не бывает ни при каких ответах: {what}" for what in proof.impossible)
        for one in proof.against:
            yield from _counterexample(one, site)
    broken = sum(not proof.proved for proof in proofs)
    seconds = sum(proof.seconds for proof in proofs)
    of = counted(len(proofs), "обещания", "обещаний", "обещаний")
    yield f"Доказано {len(proofs) - broken} из {of} за {seconds:.1f} с."


def _counterexample(one: Counterexample, site: str) -> Iterator[str]:
    word = "движок подтверждает" if one.confirmed else "движок НЕ подтверждает: расходятся формулы и движок"
    yield f"  нарушено: {one.what} ({word})"
    yield f"    {link(one.answers, site)}"
    if one.other is not None:
        yield f"    сравните: {link(one.other, site)}"
