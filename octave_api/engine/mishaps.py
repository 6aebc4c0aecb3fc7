"""
What goes wrong, told without a word of feeling: "temperature logs still on paper", "drivers wait
two hours", "nobody knows which list is right".

Notes name pains as facts, so that no verb of suffering stands in them.
"""

from __future__ import annotations

import re

from octave_api.engine.features import tokens

_LONG = (
    r"(?:\d+(?:\s?(?:-|–|to)\s?\d+)?\s?(?:h|hrs?|hours?|days?|weeks?|months?)|hours|days|weeks"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|several|an|a|half an?|half the)"
    r" (?:hours?|days?|weeks?|months?)|ages|too long|forever)"
)
_BY_HAND = (
    r"(?:by (?:hand|e-?mail|phone|fax|post|whatsapp)|manually|in (?:\w+ )?(?:excel|word"
    r"|spreadsheets?|google sheets)|on (?:paper|cards|(?:a |the )?whiteboards?|post-its?))"
)
_WRONG = re.compile(
    r"\bstill (?:\w+ )?(?:on paper|by (?:hand|fax|phone|e-?mail|post)|in (?:\w+ )?(?:excel|"
    r"spreadsheets?|folders|binders)|manual(?:ly)?)\b|"
    r"\b(?:double|over|triple)[- ]?booked\b|"
    rf"\bwaits? (?:for )?(?:up to |about |around |another )?{_LONG}\b|"
    rf"\b(?:wastes?|loses?) (?:about |around |up to |over )?{_LONG}\b|"
    r"\bspends? [\w ]{3,40}? (?:chasing|copying|re-?typing|re-?keying|typing|searching|hunting"
    r"|correcting|reconciling|waiting|redoing|looking for|cleaning up|sorting out|filling in"
    r"|putting right|ringing round|phoning round)\b|"
    r"\b(?:takes?|lasts?) (?:us |them )?(?:too long|forever|ages)\b|"
    r"\b(?:is|are|arrives?|comes?|leaves?) (?:always |often |usually |mostly |sometimes )?"
    r"(?:too late|late (?:every|twice|again)|out of date|outdated|out of sync)\b|"
    r"\b(?:nobody|no one|noone|none of them) (?:knows?|sees?|owns?|answers?|trusts?|can|has|looks?|"
    r"reads?|checks?|tells?|notices?|remembers?)\b|"
    r"\b(?:chased|logged|tracked|kept|done|sent|booked|recorded|planned|counted|typed|copied|noted|"
    rf"collected|checked|matched) (?:\w+ )?{_BY_HAND}\b|"
    r"\b(?:never|rarely|seldom|hardly ever) (?:matches|match|adds? up|tally|tallies|agrees?|read"
    r"|updated|opened|looked at|followed up)\b"
)
_WORDS = frozenset(
    "spend spends waste wastes lose loses still booked overbooked wait waits take takes last "
    "lasts late date outdated sync nobody one "
    "chased logged tracked kept done sent booked recorded planned counted typed copied noted "
    "collected checked matched noone none never rarely seldom hardly".split()
)
"""One of these is in all that the pattern finds; most lines have none."""
_BADLY = re.compile(
    r"\b(?:typed|keyed|re-?keyed|re-?typed|entered|copied|drawn|compiled|reconciled|filled"
    r"|scheduled|calculated|maintained|taken|logged|tracked|kept|sent|recorded)"
    rf" (?:(?:in|up|out|down|over)(?= ) )?(?:(?:in)?to (?:\w+ ){{1,2}})?(?:\w+ )?{_BY_HAND}(?!\w)|"
    r"\b(?:typed|keyed|entered|re-?keyed|re-?typed|copied|filled)(?: in| out)? (?:twice"
    r"|three times)\b|"
    r"\b(?:reports?|figures|quotes?|schedules?|rotas?|rosters?|budgets?|forecasts?|invoices?|lists?)"
    r" (?:is|are) (?:built|made|put together|written) (?:up )?(?:by hand|manually|in excel)\b|"
    r"(?<!nobody )(?<!never )(?<!to )(?<!not )\bre-?(?:types|keys|enters)\b|"
    r"\b(?:arrives?|comes? in|come|reach(?:es)?) (?:\w+ ){0,3}(?:by|via|over|on) (?:fax|whatsapp"
    r"|paper)\b|"
    r"\b(?:phones?|rings?|calls?|asks?) (?:\w+ )?(?:twice|three times) (?:to ask|before)\b|"
    r"\bin (?:one|the) (?:\w+ )?(?:person|man|foreman|fitter|owner|planner|manager)['’]s head\b|"
    r"\bin (?:people['’]s|their|somebody['’]s|someone['’]s) heads?\b|\bthe only copy\b|"
    r"\b(?:two|three|four|five|six|seven|eight|ten|twelve|dozens of|several|\d+) (?:different "
    r"|separate |excel )?(?:spreadsheets|versions of (?:the|a|every|each))\b|"
    r"\bspends? [\w ]{0,24}?(?:hours?|days?|[a-z]+days|weekends?|evenings?|nights?|mornings?"
    r"|weeks?|half) [\w ]{0,16}?(?:chasing|re-?typing|typing|copying|hunting|re-?keying|correcting"
    r"|searching|looking for|sorting out)\b"
)
_BADLY_WORDS = frozenset(
    "spend spends hand manually excel spreadsheet spreadsheets paper whiteboard whiteboards fax "
    "whatsapp twice re retypes rekeys reenters head heads copy versions".split()
)
"""The same for what is done badly."""
_INSTEAD = re.compile(r"\b(?:replac(?:es?|ing)|instead of|rather than|no more|eliminat\w+)\b")
"""What is over with a product is told to praise it."""
_LONGEST = 300


def goes_wrong(text: str) -> bool:
    """Tell whether a line says that something goes wrong."""
    if len(text) > _LONGEST or "?" in text:
        return False
    words = tokens(text)
    wrong = None if _WORDS.isdisjoint(words) else _WRONG.search(text.lower())
    if wrong is None and not _BADLY_WORDS.isdisjoint(words):
        wrong = _BADLY.search(text.lower())
    return wrong is not None and _INSTEAD.search(text.lower()) is None
