"""
Wording: a quoted statement made to stand alone as one line of an answer.

The quote stays exact elsewhere; here its words are smoothed: first person becomes
third, lead-ins go, one thought remains. Nothing is added that the source does not say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.clauses import sentences
from octave_api.engine.features import tokens
from octave_api.engine.openings import core, joins, plain
from octave_api.engine.spoken import thought
from octave_api.engine.verbs import base_of_gerund, base_of_third, verb

MAX_WORDS = 20

_PERSON = {
    "i": "they", "i'm": "they're", "i've": "they've", "i'd": "they'd", "i'll": "they'll",
    "my": "their", "mine": "theirs", "me": "them", "myself": "themselves",
    "we": "they", "we're": "they're", "we've": "they've", "we'd": "they'd", "we'll": "they'll",
    "our": "their", "ours": "theirs", "us": "them", "ourselves": "themselves",
}  # fmt: skip
_PERSON_WORD = re.compile(
    r"(?i)(?<![\w@.&/'’-])(?:i|i['’](?:m|ve|d|ll)|my|mine|me|myself|we|we['’](?:re|ve|d|ll)|our|"
    r"ours|"
    r"us|ourselves)(?![\w@/'’-]|\.\w)"
)
_REMARK = re.compile(
    r"(?i)(?:(?:main |key |big(?:gest)? |daily |their |his |her |my |our |top )?(?:pains?"
    r"|pain points?|problems?|challenges?|frustrations?|headaches?|goals?|aims?|objectives?"
    r"|concerns?|worr(?:y|ies)|fears?|context|would (?:like|love)|wants?|worried about|hates))"
    r"\s?:\s+(?=\S+ \S)|"
    r"(?i:(?:most |many |our |the )?(?:[a-z]+s|they) (?:tell|told|keep telling)|(?:he|she) tells)"
    r" (?i:us|me) that (?=\S+ \S+ \S)|"
    r"(?i:more precisely|in short|short version|bottom line|honestly|frankly|in other words|"
    r"to be clear|to be honest|basically)\s?[:,]\s+|"
    r"(?:i|we)(?:['’]d| would)? (?:say|think|guess|believe|suspect) (?:that )?(?=\S+ \S+ \S)|"
    r"(?i:tl;?dr)\s?:?\s+|"
    r"(?i:(?:we|i)(?: think we)? should) (?:look at|target|go after|focus on|talk to|sell to|"
    r"approach)\s+"
)
_THAT_TOO = re.compile(r",\s+(?:and )?that\s")
"""What they tell besides: "they tell us that A, that B"."""
_CUTS = re.compile(
    r"(?:,?\s+so\s+(?:that\s+)?|;\s+|\s+[–—]\s+|\s+-\s+|,?\s+because\s+|"
    r",\s+(?:which|while|where|who|but)\s+|,?\s+in order to\s+|:\s+|\s+\(|"
    r",?\s+(?=by\s+\w+ing\b)|,\s+(?=\w+ing\b(?!,| and\b| or\b))|"
    r",?\s+(?:such as|including|e\.g\.|i\.e\.|as well as)\s+)"
)
_QUOTES = ('""', "''", "“”", "‘’", "«»")
_KEEPS_STOP = re.compile(r"(?:\b\w\.){2,}$|\betc\.$|\.\.$")


_WITHOUT, _WITH = re.compile(r"(?i)\bw/o(?:ut)?\b"), re.compile(r"(?i)\bw/(?=\s)")


def squeeze(text: str) -> str:
    """Give a text with single spaces and no stop, comma, colon or exclamation at its end."""
    if "w/" in text:
        text = _WITH.sub("with", _WITHOUT.sub("without", text))
    single = text.isprintable() and "  " not in text
    if single and text[:1].isalnum() and text[-1:].isalnum():
        return text
    plain = (text if single else " ".join(text.split())).strip(" \t-–—•*·,;:|")
    quoted = len(plain) > 2 and plain[0] + plain[-1] in _QUOTES
    if quoted and plain[0] not in plain[1:-1]:
        plain = plain[1:-1].strip()
    if plain.endswith(".") and not _KEEPS_STOP.search(plain[-8:]):
        plain = plain[:-1].rstrip()
    return plain.rstrip("! ") if " " in plain else plain


def capital(text: str) -> str:
    """Begin with a capital, unless the first word has one inside ("iOS", "eCommerce")."""
    first = text.split(" ", 1)[0]
    if not text or first.lower() != first:
        return text
    return text[0].upper() + text[1:]


def lower_first(text: str) -> str:
    """
    Begin in lower case to stand inside a sentence, where that is safe.

    Kept: acronyms, names with inner capitals, and a capitalised word that another
    capitalised word follows ("United States"), which may be a name.
    """
    words = text.split(" ")
    first = words[0]
    if (
        not first
        or not first[0].isupper()
        or any(char.isupper() for char in first[1:])
        or len(first) == 1
    ):
        return text if first != "A" else "a" + text[1:]
    low = first.lower()
    known = verb(low) or base_of_third(low) or base_of_gerund(low)
    if len(words) > 1 and words[1][:1].isupper() and not words[1].isupper() and not known:
        return text
    return low + text[len(first) :]


def join(parts: Sequence[str]) -> str:
    """Join phrases as in running text: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def third_person(text: str) -> str:
    """Turn I and we into they, with the verb that follows."""

    def swap(match: re.Match[str]) -> str:
        word = match.group().lower().replace("’", "'")
        if word == "us" and match.group() == "US":
            return match.group()
        # Case alone makes some letters of other scripts look like these words.
        return _PERSON.get(word, match.group())

    changed = _PERSON_WORD.sub(swap, text)
    changed = re.sub(r"(?<!\d )\bam\b", "are", changed)  # Not "6 am".
    return re.sub(r"\b(they)\s+was\b", r"\1 were", changed)


def shorten(text: str, limit: int = MAX_WORDS) -> str:
    """Cut a long line at the last place before `limit` words where a thought may end."""
    words = text.split()
    if len(words) <= limit + 2:
        return text
    best = None
    for match in _CUTS.finditer(text):
        head = text[: match.start()]
        size = len(head.split())
        if size > limit:
            break
        whole = head.count("(") == head.count(")") and head.count('"') % 2 == 0
        whole = whole and not _NAMES_NOTHING.search(head)
        if size >= 5 and whole and not _lacks_verb(head, text[match.end() :]):
            best = head
    return best if best is not None else text


_NAMES_NOTHING = re.compile(
    r"(?i)\b(?:factors?|things?|areas?|aspects?|topics?|tasks?|criteria|activities|ways|items|elements"
    r"|matters|measures|metrics|functions|issues like|the following)$"
)
"""A word that says nothing without the list that follows it: "factors such as quality"."""
_FINITE = re.compile(r"(?i)\b(?:is|are|was|were|isn['’]t|aren['’]t)\b")


def _lacks_verb(head: str, rest: str) -> bool:
    """Tell whether a cut would part a subject from its verb ("parts of the data I need to …, "
    "are")."""
    first = head.split(" ", 1)[0].lower()
    opens = verb(first) or base_of_third(first) or base_of_gerund(first)
    return not opens and not _FINITE.search(head) and bool(_FINITE.search(rest))


def line(text: str, *, own_voice: bool) -> str:
    """
    Word a statement as one item of a list.

    `own_voice` says that "I" and "we" in the source are the buyer (else they are the
    seller, and stay).
    """
    whole = squeeze(thought(text))
    whole = _first_note(whole)
    spans = sentences(whole)
    if len(spans) > 1 and len(whole[: spans[0][1]].split()) >= 4:
        whole = squeeze(whole[: spans[0][1]])
    remark = _REMARK.match(whole)
    whole = whole[remark.end() :] if remark and whole[remark.end() :].strip() else whole
    if remark and remark.group().endswith("that "):
        whole = _THAT_TOO.split(whole, maxsplit=1)[0]
    whole = whole[joins(whole) :]
    first = third_person(core(whole)) if own_voice else plain(whole)
    full = squeeze(_balanced(_punctuated(_spelt(first))))
    short = shorten(full)
    return capital(squeeze(short if short == full else _tidy(short)))


_NOTED = re.compile(
    r"(?i)(?<!\S)(?P<how>w/o|w/|b/c)\s*(?=[a-z])|\b(?P<does>wo|do|does|ca|is|are|have|has)nt\b"
)
_NOTES = frozenset("wont dont doesnt cant isnt arent havent hasnt".split())
_IN_FULL = {"w/o": "without ", "w/": "with ", "b/c": "because "}


def _spelt(text: str) -> str:
    """Spell out what notes shorten: "w/o", "w/", "dont"."""
    if "/" not in text and _NOTES.isdisjoint(tokens(text)):
        return text
    return _NOTED.sub(
        lambda one: _IN_FULL[one["how"].lower()] if one["how"] else f"{one['does']}n't", text
    )


_NOTE_ENDS = re.compile(r"(?P<last>[^\W\d_]{4,})[.!] (?=[a-z]+[ ,])")


def _first_note(text: str) -> str:
    """Keep of notes without capitals the first sentence, where it says enough."""
    for stop in _NOTE_ENDS.finditer(text) if ". " in text or "! " in text else ():
        head = text[: stop.end("last")]
        if stop["last"].lower() not in _SHORTENED and len(head.split()) >= _LEAST_NOTE:
            return head
    return text


_LEAST_NOTE = 4
_SHORTENED = frozenset("approx dept mgmt incl excl resp dept assoc admin prof univ".split())
_NOTE_LABEL = re.compile(r"(?P<label>(?:\w+\s){0,3}\w+)(?:!+|(?<=[a-z]{4})\.)\s+(?=[a-z])")


def _punctuated(text: str) -> str:
    """Put a colon after the label of a hasty note ("passwords!! every week they are gone")."""
    label = _NOTE_LABEL.match(text) if "! " in text or ". " in text else None
    if label is None or label["label"].split()[-1].lower() in _SHORTENED:
        return text
    return f"{label['label']}: {text[label.end() :]}"


_LOOSE_END = re.compile(r"(?i)[,;:\s]+(?:and|or|but|so|because|that|which|the|an?|with|as well)$")


def _tidy(text: str) -> str:
    """Take off a word that would lead on to something that is not there."""
    return _LOOSE_END.sub("", text)


def _balanced(text: str) -> str:
    """Take out a quotation mark that has no partner: the other half stands in the next sentence."""
    if text.count('"') % 2:
        text = text.replace('"', "", 1) if text.startswith('"') else text.rstrip('"')
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return text


_DANGLES = frozenset(
    "that which who whom whose this these those it its them their the a an and or of to in on for "
    "with by from at as is are was were be can will may might not so than into about".split()
)


def stands_alone(text: str) -> bool:
    """Tell whether a part cut out of a sentence still says something: two words with meaning."""
    words = re.findall(r"[\w'’&/-]+", text.lower())
    telling = [word for word in words if word not in _DANGLES]
    return len(telling) >= 2 and words[-1] not in _DANGLES


_READERS = {
    "you": "they", "your": "their", "yours": "theirs", "yourself": "themselves",
    "you're": "they're", "you've": "they've", "you'll": "they'll", "you'd": "they'd",
}  # fmt: skip
_READER_WORD = re.compile(r"(?i)(?<![\w'’-])you(?:rs?|rself|['’](?:re|ve|ll|d))?(?![\w'’-])")
_SUBJECT_FOLLOWS = re.compile(
    r"(?i)(?:[,;:.–—]|\b(?:that|when|if|while|as|because|and|but|before|after|until|which|what|"
    r"where|whether|"
    r"how|once|than|whatever|everything|time))$"
)
_TELLS = re.compile(r"(?i)^(?:[\w-]+\s+){1,4}(?:tell|told|say to) us (?:that )?(?:they\s+)?(?=\w)")


def of_readers(text: str) -> str:
    """
    Say of the buyers what a page says to them.

    "Your planners chase carriers" -> "planners chase carriers", "you" -> "they".
    """
    text = _TELLS.sub("", text)
    text = re.sub(r"(?i)^your\s+(?=\w+s\b)", "", text)

    def swap(match: re.Match[str]) -> str:
        word = match.group().lower().replace("’", "'")
        before = text[: match.start()].rstrip()
        if word == "you" and before and not _SUBJECT_FOLLOWS.search(before):
            return "them"
        return _READERS[word]

    return _READER_WORD.sub(swap, text)
