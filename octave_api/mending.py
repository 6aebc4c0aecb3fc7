"""
All that the lint can mend in a set of questions, mended in one go. Pure.

Mending one thing can settle or bring up another, so it goes round by round: in each the
fixes that do not touch the same question, the worst first, until nothing is left to do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from octave_api.contract import Evidence, QualifyingQuestion
from octave_api.lint import Finding, apply, lint

ROUNDS = 12
"""Fixes that keep bringing one another up would otherwise go on for ever."""


def mend_all(
    questions: Sequence[QualifyingQuestion],
    *,
    evidence: Evidence | None = None,
    others: Mapping[str, Sequence[QualifyingQuestion]] | None = None,
    now: str,
) -> list[QualifyingQuestion]:
    """Give the questions with every fix applied; the arguments are those of `lint` and `apply`."""
    made = list(questions)
    for _ in range(ROUNDS):
        findings = lint(made, evidence=evidence, others=others)
        mended = _round(made, findings, now)
        if mended == made:
            break
        made = mended
    return made


def _round(
    questions: list[QualifyingQuestion], findings: Sequence[Finding], now: str
) -> list[QualifyingQuestion]:
    """Apply the fixes that leave one another's questions alone."""
    made = questions
    touched: set[int] = set()
    added: set[str] = set()
    for finding in findings:
        fix = finding.fix
        places = {at for at, _ in fix.changed} | set(fix.archived)
        texts = {one.question for one in fix.added}
        if touched & places or added & texts:
            continue
        made = apply(made, fix, now=now)
        touched |= places
        added |= texts
    return made
