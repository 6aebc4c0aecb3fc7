"""
The turns of a conversation, said into the outline: each question opens the answer below it.

What a speaker's label says of its job is a statement of its own, and a bare word that an answer
opens with ("Parts. We never know …") is told together with what explains it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.dialogue import Turn, last_question
from octave_api.engine.flow import inline
from octave_api.engine.lexicon import look_up
from octave_api.engine.lines import Line
from octave_api.engine.outline import PLAIN, Outline
from octave_api.engine.wording import lower_first

_HEADLINE = re.compile(r"(?:(?i:the|an?|our|my) )?(?P<named>[^\W\d_][\w'’-]*(?: [\w'’-]+){0,3})\.")
_EXPLAINS = re.compile(
    r"(?:I|We|They|It|The|You|Nobody|No one|He|She|There|That|Our|My)(?:['’]\w+)?\b"
)
_OF_IT = re.compile(r"(?:They|It)(?P<be>['’](?:s|re))?\s+(?=[a-z])")
_NO_HEADLINE = frozenset(
    "i me we us they them he she it you this that yes no not sure well okay ok honestly both "
    "everyone everybody nobody everything nothing exactly absolutely definitely question thing "
    "things thanks word words".split()
)
_SAYS = frozenset("is are was were do does did has have had can will would".split())


def say_turns(text: str, lines: Sequence[Line], spoken: Sequence[Turn], out: Outline) -> None:
    """Say the turns of a conversation that stands in `lines`."""
    out.spoken = True
    ends = [*(turn.line for turn in spoken[1:]), len(lines)]
    for turn, stop in zip(spoken, ends, strict=True):
        if turn.title:
            label = Outline(out.source)
            label.say(inline(text, [turn.title]), "value", whole=True)
            out.statements += label.statements
        said = [line for line in lines[turn.line : stop] if not line.blank]
        flow = inline(text, [(max(line.start, turn.start), line.end) for line in said])
        if not turn.asks:
            begin = len(out.statements)
            out.say(flow, "sentence", whole=True)
            _join_headline(out, begin)
            continue
        asked = last_question(flow.text)
        out.close(PLAIN)
        if asked:
            out.heading(PLAIN, flow, *asked)


def _join_headline(out: Outline, begin: int) -> None:
    """Tell a bare word and the sentence that explains it as one thought."""
    for place in range(begin, len(out.statements) - 1):
        first, then = out.statements[place], out.statements[place + 1]
        if _is_headline(first.text) and _EXPLAINS.match(then.text):
            told = _together(first.text[:-1], then.text)
            out.statements[place : place + 2] = [first._replace(text=told, end=then.end)]
            return


def _together(named: str, told: str) -> str:
    """Put a name and what is told of it into one sentence: "Parts. They never come"."""
    of_it = _OF_IT.match(told)
    if of_it is None:
        return f"{named}: {lower_first(told)}"
    be = {"s": "is ", "re": "are "}.get((of_it["be"] or "")[1:], "")
    return f"{named} {be}{told[of_it.end() :]}"


def _is_headline(text: str) -> bool:
    """Tell whether a sentence only names a thing: "Parts.", "Price per property."."""
    found = _HEADLINE.fullmatch(text)
    if found is None:
        return False
    words = found["named"].lower().split()
    if not (_NO_HEADLINE | _SAYS).isdisjoint(words):
        return False
    last = look_up(words[-1])
    return last.noun or last.plural or not last.known
