"""
Wording: a quoted statement made to stand alone as one line of an answer.

The quote stays exact elsewhere; here its words are smoothed: first person becomes
third, lead-ins go, one thought remains. Nothing is added that the source does not say.
"""

from __future__ import annotations

import re
from typing import Literal

from octave_api.engine.clauses import sentences
from octave_api.engine.verbs import base_of_gerund, base_of_past, base_of_third, verb

Form = Literal["base", "third", "gerund", "participle", "how", "clause", "noun"]

MAX_WORDS = 20

_PERSON = {
    "i": "they", "i'm": "they're", "i've": "they've", "i'd": "they'd", "i'll": "they'll",
    "my": "their", "mine": "theirs", "me": "them", "myself": "themselves",
    "we": "they", "we're": "they're", "we've": "they've", "we'd": "they'd", "we'll": "they'll",
    "our": "their", "ours": "theirs", "us": "them", "ourselves": "themselves",
}  # fmt: skip
_PERSON_WORD = re.compile(
    r"(?i)(?<![\w@.&/'’-])(?:i|i['’](?:m|ve|d|ll)|my|mine|me|myself|we|we['’](?:re|ve|d|ll)|our|ours|"
    r"us|ourselves)(?![\w@/'’-]|\.\w)"
)
_JOB = re.compile(
    r"(?is)^(?:when|if|while|before|after|once|as|whenever)\b.{3,260}?,?\s+(?:i|we|they|he|she|\w+)\s+"
    r"(?:want|need|would like|wants|needs)s?\s+(?:to\s+)?(?P<core>.+)$"
)
_LEAD_IN = re.compile(
    r"(?i)^(?:(?:i|we|they|he|she)\s+(?:really\s+|also\s+|just\s+)?(?:want|wants|need|needs|would like|aim|aims|"
    r"hope|hopes|try|tries|strive|strives|have|has)\s+to\s+|(?:i|we)['’]d like to\s+|"
    r"(?:my|our|the|their|his|her)\s+(?:\w+\s+){0,2}?(?:job|role|goal|aim|objective|mission|task|duty|responsibility|purpose|challenge|pain point|"
    r"frustration|problem|concern|worry|fear|priority)s?\s+(?:is|are|include|includes)\s+(?:to\s+)?|(?:i|we|they|he|she)\s+(?:want|wants|need|needs)\s+|"
    r"(?:wants?|needs|hopes|aims|tries|strives|looking|seeks|would like|desires)\s+to\s+|"
    r"(?:i|we|they)['’]d\s+(?:love|like)\s+(?:it\s+)?(?:if|when)\s+(?:i|we|they)(?:\s+can|\s+could|['’](?:m|re)\s+able\s+to)\s+)"
)
_HARD = re.compile(
    r"(?i)^it(?:['’]s| is| can be)\s+(?:(?:often|very|really|too|so)\s+)?"
    r"(?P<how>hard|difficult|challenging|tough|tricky|impossible|painful|time[- ]consuming)\s+"
    r"(?:for\s+(?:me|us|them|him|her|\w+)\s+)?to\s+"
)
_DEAL_BREAKER = re.compile(
    r"(?i)^it(?:['’]s| is)\s+a\s+deal[- ]?breaker\s+(?:if|when)\s+(?:(?:i|we|they)\s+have\s+to\s+(?P<verb>\w+))?"
)
_SETTING = re.compile(
    r"(?i)^(?:to|besides?|depending|in|as|with|by|at|on|for|while|during|because|since|when|if|after|before|"
    r"ultimately|overall|additionally|also|however|therefore)\b[^,;.]{0,160},\s+(?=(?:i|we|they|he|she)\b)"
)
_SUBJECT = re.compile(r"(?i)^(?:i|we|they|he|she)\s+(?=\w)")
_BE = re.compile(r"(?i)^(?:i['’]m|we['’]re|they['’]re|(?:i am|we are|they are|he is|she is|he['’]s|she['’]s))\s+")
_CUTS = re.compile(
    r"(?:,?\s+so\s+(?:that\s+)?|;\s+|\s+[–—]\s+|\s+-\s+|,?\s+because\s+|,\s+(?:which|while|where|who|but)\s+|"
    r",?\s+in order to\s+|:\s+|\s+\(|,?\s+(?=by\s+\w+ing\b)|,\s+(?=\w+ing\b)|,?\s+(?:such as|including|e\.g\.|i\.e\.|as well as)\s+)"
)
_FINITE = re.compile(
    r"(?i)(?<!to )\b(?:is|are|was|were|has|have|had|isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|do not|does not|"
    r"can|cannot|can['’]t|could|will|won['’]t|would|should|must|may|might|goes|gets|keeps|takes|makes|becomes)\b"
)
_RELATIVE = re.compile(r"(?i)\b(?:that|which|who|whose|where|when|because|if|while)\b")
_ADVERB = re.compile(r"(?i)^(?:(?:also|often|always|usually|regularly|typically|\w{3,}ly)\s+)+")


def squeeze(text: str) -> str:
    """Give a text with single spaces and no stop, comma or colon at its end."""
    plain = " ".join(text.split())
    plain = plain.strip(" \t-–—•*·,;:|")
    if len(plain) > 2 and plain[0] + plain[-1] in ('""', "''", "“”", "‘’", "«»") and plain[0] not in plain[1:-1]:
        plain = plain[1:-1].strip()
    if plain.endswith(".") and not plain.endswith("..") and not re.search(r"(?:\b\w\.){2,}$|\betc\.$", plain):
        plain = plain[:-1].rstrip()
    return plain


def capital(text: str) -> str:
    """Begin with a capital, unless the first word has one inside ("iOS", "eCommerce")."""
    first = text.split(" ", 1)[0]
    if not text or any(char.isupper() for char in first):
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
    if not first or not first[0].isupper() or any(char.isupper() for char in first[1:]) or len(first) == 1:
        return text if first != "A" else "a" + text[1:]
    low = first.lower()
    known = verb(low) or base_of_third(low) or base_of_gerund(low) or base_of_past(low)
    if len(words) > 1 and words[1][:1].isupper() and not words[1].isupper() and not known:
        return text
    return low + text[len(first) :]


def third_person(text: str) -> str:
    """Turn I and we into they, with the verb that follows."""

    def swap(match: re.Match[str]) -> str:
        word = match.group().lower().replace("’", "'")
        if word == "us" and match.group() == "US":
            return match.group()
        return _PERSON[word]

    changed = _PERSON_WORD.sub(swap, text)
    changed = re.sub(r"\bam\b", "are", changed)
    return re.sub(r"\b(they)\s+was\b", r"\1 were", changed)


def core(text: str) -> str:
    """
    Cut a statement down to its one thought: lead-ins and job-story frames go.

    "When a call comes in, I want to see the account, so I can …" -> "see the account, so I can …"
    """
    job = _JOB.match(text)
    if job and len(job["core"].split()) >= 3:
        text = job["core"]
    setting = _SETTING.match(text)
    if setting:
        text = text[setting.end() :]
    hard = _HARD.match(text)
    if hard:
        return f"{hard['how'].capitalize()} to {text[hard.end() :]}"
    breaker = _DEAL_BREAKER.match(text)
    if breaker:
        rest = text[breaker.end() :].lstrip()
        known = verb(breaker["verb"].lower()) if breaker["verb"] else None
        return f"Having to {known.base} {rest}" if known else f"A deal-breaker if {rest}"
    lead = _LEAD_IN.match(text)
    if lead and len(text[lead.end() :].split()) >= 2:
        return text[lead.end() :]
    be = _BE.match(text)
    if be and len(text[be.end() :].split()) >= 2:
        return text[be.end() :]
    subject = _SUBJECT.match(text)
    if subject:
        rest = text[subject.end() :]
        first = _ADVERB.sub("", rest).split(" ", 1)[0].lower()
        if verb(first) or base_of_third(first):
            return rest
    return text


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
        if size >= 5 and head.count("(") == head.count(")") and head.count('"') % 2 == 0:
            best = head
    return best if best is not None else text


def line(text: str, *, own_voice: bool) -> str:
    """
    Word a statement as one item of a list.

    `own_voice` says that "I" and "we" in the source are the buyer (else they are the
    seller, and stay).
    """
    whole = squeeze(text)
    spans = sentences(whole)
    if len(spans) > 1 and len(whole[: spans[0][1]].split()) >= 4:
        whole = squeeze(whole[: spans[0][1]])
    first = core(whole) if own_voice else whole
    if own_voice:
        first = third_person(first)
    return capital(squeeze(shorten(squeeze(first))))


def form(text: str, *, verbal: bool = False) -> Form:
    """
    Tell what sort of phrase a line is, from its first words and its finite verb.

    `verbal` says that the line is known to name something done (a duty, an aim), so
    that "plan" and "monitor" are read as verbs.
    """
    plain = _ADVERB.sub("", text.lower().replace("’", "'"))
    words = re.findall(r"[a-z'-]+", plain)
    if not words:
        return "noun"
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in ("how", "why", "what", "where", "which"):
        return "how"
    before = _RELATIVE.split(plain, maxsplit=1)[0]
    opens = verb(first.removeprefix("self-"))
    if first in ("it", "they", "there", "this", "these", "he", "she"):
        return "clause"
    if first not in _NOT_PLURAL and (first == "people" or first.endswith("s")) and len(words) > 2:
        own = verb(base_of_third(first) or "")
        if (own is None or own.noun) and verb(second) and not first.endswith("ss") and second not in _AFTER_NOUN:
            return "clause"
    if base_of_gerund(first):
        return "clause" if _FINITE.search(before) else "gerund"
    if verbal and opens and first not in _RARELY_VERBS and second and second not in ("of", "is", "are", "between", "that", "which"):
        return "base"
    third = base_of_third(first)
    if third and not (verb(third) and verb(third).noun and (not second or second in _AFTER_NOUN)):  # type: ignore[union-attr]
        return "third"
    if opens and second in ("and", "or", "&") and len(words) > 2:
        joined = verb(words[2])
        if joined and not joined.noun and not joined.adjective:
            return "base"
    if opens and not (opens.noun and second in _AFTER_NOUN) and not opens.adjective:
        return "clause" if opens.noun and _FINITE.search(before) else "base"
    if base_of_past(first) and second in _PREPOSITIONS:
        return "participle"
    return "clause" if _FINITE.search(before) else "noun"


_RARELY_VERBS = frozenset(
    "low high better slow clear open dry full free safe secure even real time team data people cost price business customer "
    "market revenue quality risk value service product project budget access part smooth correct complete early "
    "transparent stable near single total average fast more less long short overall easy".split()
)
_NOT_PLURAL = frozenset("is was has does this its less sales always towards across news".split())
_AFTER_NOUN = frozenset("and of is are for between with from that which in across on as by at".split())
_PREPOSITIONS = frozenset("by with about at for in of to from on over when that because if".split())


def base_phrase(text: str, *, verbal: bool = False) -> str | None:
    """Give a verb phrase in its base form ("Sets goals and tracks them" -> "set goals and track them")."""
    lead = _ADVERB.match(text)
    start = lead.end() if lead else 0
    rest = text[start:]
    first = rest.split(" ", 1)[0]
    low = first.lower()
    kind = form(text, verbal=verbal)
    if kind == "base":
        return text[:start].lower() + low + rest[len(first) :]
    base = base_of_third(low) if kind == "third" else base_of_gerund(low) if kind == "gerund" else None
    if base is None:
        return None
    tail = _conjuncts(rest[len(first) :], kind)
    return text[:start].lower() + base + tail


def _conjuncts(tail: str, kind: Form) -> str:
    """Bring the verbs that "and" joins to the first one into the base form too."""

    def swap(match: re.Match[str]) -> str:
        word = match["verb"]
        base = base_of_third(word) if kind == "third" else base_of_gerund(word)
        return match["join"] + base if base else match.group()

    return _JOINED_BASE.sub(swap, tail)


def third_phrase(text: str) -> str | None:
    """Give a duty in the third person ("drive growth" -> "drives growth")."""
    base = base_phrase(text, verbal=True)
    if base is None:
        return None
    lead = _ADVERB.match(base)
    start = lead.end() if lead else 0
    first = base[start:].split(" ", 1)[0]
    known = verb(first)
    if known is None:
        return None

    def swap(match: re.Match[str]) -> str:
        other = verb(match["verb"])
        return match["join"] + other.third if other else match.group()

    tail = _JOINED_AT_ONCE.sub(swap, _JOINED_BASE.sub(swap, base[start + len(first) :]))
    return base[:start] + known.third + tail


_JOINED_BASE = re.compile(
    r"(?P<join>(?:,\s+and|,\s+or|\band|\bor|\bthen)\s+(?:\w+ly\s+)?)(?P<verb>[a-z]+)"
    r"(?=\s+(?:a|an|the|their|its|his|her|to|as|on|for|with|that|how|all|new|out|up|in|any)\b)"
)
"""A verb joined to the first one: what follows it shows that it is no noun."""
_JOINED_AT_ONCE = re.compile(r"^(?P<join>,?\s+(?:and|or)\s+)(?P<verb>[a-z]+)(?=\s)")


def is_plural(phrase: str) -> bool:
    """Guess whether a noun phrase takes "are": its head noun, or two nouns joined by "and"."""
    head = re.split(
        r"(?i)\s+(?:of|for|with|in|on|to|from|that|which|who|between|across|by|due|when|as|at|about|over|under)\s+",
        phrase,
        maxsplit=1,
    )[0]
    head = re.sub(r"\s*\(.*", "", head)
    if re.search(r"(?i)\s(?:and|&)\s+[\w'’-]+$", head):
        return True
    last = head.split(" ")[-1].strip(",.;:").lower()
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "ics", "ness")) or last in ("people", "data")


def article(phrase: str) -> str:
    """Put "a" or "an" before a phrase."""
    first = phrase.lstrip("“\"'").lower()
    vowel = first[:1] in tuple("aeiou") and not first.startswith(("use", "uni", "eu", "one"))
    spoken = first[:2] in ("hr", "ml", "mr", "sr") or re.match(r"[fhlmnrsx][A-Z]", phrase) is not None
    letter = phrase[:1] in "AEFHILMNORSX" and len(phrase) > 1 and phrase[1].isupper()
    return f"{'an' if vowel or letter or (spoken and phrase[:2].isupper()) else 'a'} {phrase}"
