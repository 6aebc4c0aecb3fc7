"""
Sending away: sentences by which a page tells its visitors that it is not for them.

"If you run care homes only, we're not the right fit", "You don't need us if you bill once a year"
and "Single-site shops will find it too much" each turn somebody away.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WHEN = r"(?:if|when|where|whenever)"
_NO_FIT = (
    r"(?:not|n['’]t) (?:\w+ly )?(?:(?:the|a|an|your) )?(?:(?:right|good|great|best|ideal|perfect"
    r"|natural|strong) )?(?:fit|match|choice|option|partner|tool|place|product|supplier"
    r"|(?:right |meant |made |built )?for you)\b"
    r"|(?:a |an )?(?:poor|bad|wrong|weak) (?:fit|match|choice)\b|overkill\b|more than you need\b"
    r"|too (?:much|big|heavy|expensive|complex)(?: for you)?\W*$"
)
_BE = (
    r"(?:['’](?:re|s|ll be|d be)| (?:is|are|may be|might be|will be|would be|will probably be)"
    r"|(?: is| are)?(?=n['’]t))"
)
_NAMED = r"(?:we|it|this|that|[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
_THINK = r"(?:simply |probably |likely |just |usually )?"
_SENDS = (
    rf"(?:{_NAMED}{_BE} ?{_THINK}(?:{_NO_FIT})"
    rf"|you {_THINK}(?:do not|don['’]t|won['’]t|will not) {_THINK}"
    r"(?:need|want|get much (?:out of|from)) (?:us|it|this|[A-Z][\w-]+)\b"
    r"|you(?:['’](?:re|ll be|d be)| (?:are|will be|would be)) (?:probably |likely )?better "
    r"(?:off|served)\b|(?:please |you should |better )?look elsewhere\b"
    r"|(?:a|an|the|another|your|some) [^,;.]{3,40} (?:will|would|may|might|is likely to) "
    r"(?:do(?= fine|\W*$)|serve you better|suit you better|be (?:enough|cheaper|better|simpler"
    r"|a better fit))\b)"
)
"""What a page says to a visitor whom it is not for."""
_NO_NEED = re.compile(
    rf"(?i)^(?:{_SENDS}|not (?:right |meant |made )?for you)[^,;.]{{0,24}}?,? {_WHEN} "
    r"(?P<what>\S.+)$"
)
_IF_YOU = re.compile(
    r"(?i)^(?:and |but )?if (?P<what>you(?:r|['’](?:re|ve))? .{4,140}?),? (?P<then>"
    rf"(?:then )?(?:sorry, )?{_SENDS}.*)$"
)
"""A condition put to a visitor may have commas of its own."""
_CONTENT = re.compile(
    r",? and (?:you(?:['’]re| are) |are |it |that )?(?:\w+ly )?(?:happy|fine|content|satisfied"
    r"|works|suits)\b[^,;]*$"
)
"""What a page grants those who stay as they are: "bill in Excel and are happy with it"."""
_MAY = (
    " fit", "match", "n't", "n’t", " not ", "elsewhere", "overkill", "better", "choice", "poor",
    "more than", "too ", " do", " be ",
)  # fmt: skip


@lru_cache(maxsize=1024)
def sent_away(text: str) -> tuple[int, int] | None:
    """Give where a sentence says of which visitors its page is not: "you bill by hand"."""
    low = text.lower()
    if "you" not in low or not (low.startswith(("if ", "but if", "and if")) or " if " in low):
        return None
    if not (low.startswith("not ") or any(map(low.__contains__, _MAY))):
        return None
    found = _IF_YOU.match(text) or _NO_NEED.match(text)
    if found is None:
        return None
    start, end = found.span("what")
    end = len(text[:end].rstrip(" .!"))
    content = _CONTENT.search(text, start, end)
    return start, content.start() if content else end
