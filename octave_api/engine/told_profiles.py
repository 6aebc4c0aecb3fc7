"""
Profiles told in a sentence on the seller: "We do well with wholesalers that deliver daily, …".
"""

from __future__ import annotations

import re

_OPENS = frozenset(
    "We we I Let let Let's let's Let’s let’s Our The My Best best Ideal ideal Typical typical "
    "Usual usual Sweet sweet Main main".split()
)
"""A sentence that is told so begins with one of these."""
_AIM = (
    r"(?:[Ww]e|I|[Ll]et(?:['’]s| us))(?: think)?(?: we)?"
    r"(?: should| could| want to| plan to| will| would)?"
    r" (?:go after|target|focus on|pursue|aim (?:at|for)|approach|look for) (?:the )?"
    r"(?=[a-z\d])"
)
_SELL = (
    r"(?:We|I)(?: (?:now|mostly|mainly|only|usually|always|have|really|still|tend to)){0,2} "
    r"(?:do|did|done|fare|sell|win|work|succeed|land|close|serve|perform)"
    r"(?: (?:very|really|well|best|most|mostly|mainly|only|better|easily)){0,2} "
    r"(?:(?:with|to|among|at) )?(?=[a-z\d])"
    r"(?!(?:when|if|because|by|where|once|on|in|it|this|that|what|how|against|the|a|an|our|your"
    r"|their|out|off|up|so|as|for|from|through|over)\b)"
)
_BEST = (
    r"(?:(?:Our|The|My) )?(?:[Bb]est|[Ii]deal|[Tt]ypical|[Uu]sual|[Ss]weet|[Mm]ain)"
    r"(?: (?:fit|spot|customers?|accounts?|clients?|buyers?|prospects?|segment|match|deals?|so far"
    r"|for us|today|ones|we have|of all)){0,4} "
    r"(?:is|are|was|were|has been|have been|seems? to be|tends? to be)"
    r"(?: (?:still|so far|mostly))? (?:with )?(?:the )?(?=[a-z\d])"
)
_TOLD = re.compile("|".join((_AIM, _SELL, _BEST)))
"""A sentence on the seller whose object is the companies meant."""


def profile_told(quote: str) -> int | None:
    """Give where the firms begin in "We do well with …" or "Our best customers are …"."""
    found = _TOLD.match(quote) if quote.split(" ", 1)[0] in _OPENS else None
    return found.end() if found is not None else None
