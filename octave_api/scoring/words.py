"""A score in words: the one sentence that says why, and the sum in figures."""

from __future__ import annotations

from collections.abc import Sequence

from octave_api.scoring.tally import ENOUGH, Contribution, Tally, rounded

_COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()
_LONGEST_NAME = 70


def why(lines: Sequence[Contribution], tally: Tally, tripped: Sequence[str]) -> str:
    """Say in one sentence what made the number."""
    if tripped:
        text = f"Disqualified by the answer to {_name(tripped[0])}"
        if len(tripped) > 1:
            text += f" and {_count(len(tripped) - 1, 'other gate')}"
        return text + (f"; it would have been {tally.ten}." if tally.ten else ".")
    if tally.fit is None:
        return "No score yet: no question that speaks for a fit is answered."
    for_it = [line for line in lines if line.effect == "adds"]
    strong = [line for line in for_it if line.weight == "HIGH"]
    text = _count(len(strong or for_it), "strong yes answer" if strong else "yes answer")
    if strong and len(for_it) > len(strong):
        text += f" and {_count(len(for_it) - len(strong), 'lighter one')}"
    against = [line for line in lines if line.effect == "subtracts"]
    missing = [
        line
        for line in lines
        if line.effect == "nothing" and line.fit_type == "GOOD" and line.points
    ]
    held = []
    if against:
        worst = max(against, key=lambda line: line.points)
        held.append(f"a yes to {_name(worst.question)}")
        if len(against) > 1:
            held.append(f"{_count(len(against) - 1, 'more')} like it")
    if missing:
        worst = max(missing, key=lambda line: line.points)
        held.append(
            f"a no to {_name(worst.question)}" if not against else _count(len(missing), "no")
        )
        if not against and len(missing) > 1:
            held.append(f"{_count(len(missing) - 1, 'more')} like it")
    text = text.capitalize()
    text += f", held back by {_joined(held)}" if held else ", and nothing speaks against it"
    if tally.coverage < ENOUGH:
        share = rounded(tally.coverage * 100)
        text += f", but only {share}% of the weight is answered"
    return text + "."


def _count(number: int, what: str) -> str:
    """Write "three strong yes answers", "no answer", "one more"."""
    word = _COUNTS[number] if number < len(_COUNTS) else str(number)
    plural = what.endswith(("answer", "one", "gate", "no")) and number != 1
    ending = "es" if plural and what == "no" else "s" if plural else ""
    return f"{word} {what}{ending}"


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _name(question: str) -> str:
    text = " ".join(question.split())
    if len(text) > _LONGEST_NAME:
        text = text[:_LONGEST_NAME].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return f"“{text}”"


def arithmetic(lines: Sequence[Contribution], tally: Tally) -> str:
    """Write the sum in figures: "(3 + 3 − 2) / 8 = 0.50 → 5 of 10, 50 of 100"."""
    if tally.fit is None:
        return "No GOOD question is answered, so there is nothing to divide by."
    terms = [
        ("− " if line.effect == "subtracts" else "+ ") + f"{line.points:g}"
        for line in lines
        if line.effect in ("adds", "subtracts")
    ]
    total = " ".join(terms).removeprefix("+ ") or "0"
    raw = (tally.plus - tally.minus) / tally.good
    held = f" → held at {float(tally.fit):g}" if raw != tally.fit else ""
    shown = f"({total}) / {float(tally.good):g} = {float(raw):.2f}{held}"
    return f"{shown} → {tally.ten} of 10, {rounded(tally.fit * 100)} of 100"
