"""
Aims that name their figure: "Cut spend to below 5%", "Pick rate over 120 lines an hour".
"""

from __future__ import annotations

import re

from octave_api.contract import Kind
from octave_api.engine.phrase import SURE
from octave_api.engine.said import Said, ask, to_you
from octave_api.engine.wording import lower_first

_MOVED = re.compile(
    r"(?i)^(?:cut|reduce|lower|raise|lift|bring|push|drive|keep|hold|get|take|shrink|grow|increase"
    r"|improve|move) (?!to\b|and\b)[^,;]{3,60}? "
    r"(?:(?:back |down |up )?to|by|at|below|under|above|over|within|from) "
    r"(?:\w+ )?[<>≤≥~±]? ?[$€£]?\d[^,;]*$"
)
"""An aim with its figure: "Cut spend outside of the catalogue to below 5%"."""
_MEASURED = re.compile(
    r"(?i)^(?:(?:[\w-]+ ){1,3}?(?:rates?|times?|counts?|costs?|levels?|scores?|margins?|ratios?"
    r"|shares?|volumes?|turnover|accuracy|speed|yield|uptime|downtime|spend|revenue|output|errors?"
    r"|waste) (?:over|above|under|below|of|at|within|between) (?:\w+ )?"
    r"|(?:[\w-]+ ){1,4}?(?:up|down|back) (?:by|to|from) (?:\w+ )?)[<>≤≥~±]? ?[$€£]?\d"
)
"""A figure to be reached, which is a thing even where its first word may be a verb: "pick rate"."""
_SIZE = re.compile(r"(?i)(?:greater|larger|smaller|more|less|fewer|higher|lower) than [$€£]?\d")
"""A size that strayed in among the aims."""
_ONLY_VERBS = frozenset(
    "cut reduce lower raise lift bring push drive keep hold get take shrink grow increase improve "
    "have hit reach maintain achieve make see run set beat stay".split()
)
_LONGEST = 11


def is_measured(line: str) -> bool:
    """Tell whether an aim is a figure to be reached, and no deed: "Pick rate over 120"."""
    return _MEASURED.match(line) is not None and line.split()[0].lower() not in _ONLY_VERBS


def with_figure(line: str, kind: Kind) -> Said | None:
    """Ask for an aim that names its figure; None where it names none, or is read as well."""
    if not any(map(str.isdigit, line)) or len(line.split()) > _LONGEST:
        return None
    low = lower_first(line)
    if _SIZE.match(line):
        return Said(ask(f"Is this one of their goals: “{line.strip()}”"), 0.0)
    if _MOVED.match(line):
        start = "Do they want to" if kind == "persona" else "Are they working to"
        aloud = to_you(f"How important is it to you this year to {low}?")
        return Said(ask(f"{start} {low}"), SURE, aloud)
    if is_measured(line):
        return Said(ask(f"Are they aiming for {low}"), SURE)
    return None
