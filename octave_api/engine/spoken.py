"""
What somebody says of their own work in an interview, and its one thought without the frame.

"If I had a magic wand I would …" is an aim, "I spend my Mondays chasing …" a duty and "The
hardest part is …" a pain, whoever says it and in whatever person it is written down.
"""

from __future__ import annotations

import re

from octave_api.engine.features import tokens
from octave_api.engine.lexicon import look_up
from octave_api.engine.verbs import base_of_gerund, base_of_third

_WHO = r"(?:i|we|he|she|they)"
_WHOSE = r"(?:my|our|his|her|their)"
_WHOM = r"(?:me|us|him|her|them)"
_OPENS = r"(?i)[\"“‘']?(?:(?:well|so|and|but|honestly|look|yes|ok|okay|oh|frankly),?\s+){0,2}"
_WOULD = r"(?:['’]d| would)"
_WAND = re.compile(
    rf"{_OPENS}if (?:only )?{_WHO} (?:had|could|were|was|did"
    rf"|didn['’]t)\b(?P<how>[^,;:.]{{0,70}}?),?\s+"
    rf"(?:then )?(?:it{_WOULD} be|{_WHO}{_WOULD}(?! (?:be|have been|never|not)\b)"
    r"(?: (?:really|just|like|love|want|wish))*(?: to)?(?: (?:have|get)(?= \S+ \S))?)\s+(?=\S+ \S)"
)
_IDEALLY = re.compile(
    rf"{_OPENS}(?:in an? (?:ideal|perfect) world|ideally|{_WHOSE} dream (?:is|would be)|(?:all"
    rf"|what) {_WHO} "
    rf"(?:really |actually |most )?(?:want|wants|need|needs|ask for|asks for"
    rf"|{_WOULD.strip()} like|would like|would love)"
    r"(?: most| from \w+)? (?:is|are)),?\s+"
    rf"(?:{_WHO}{_WOULD}(?: (?:like|love|want))?(?: to)? |(?:to|for|that) )?(?=\S+ \S)"
)
_HARDEST = re.compile(
    rf"{_OPENS}(?:(?:the|{_WHOSE}) (?:single |very )?(?:hardest|worst|trickiest|toughest|slowest"
    rf"|most (?:frustrating|annoying|"
    r"painful|difficult|stressful|boring|tedious|time-consuming))(?: (?:part|bit|thing|day|days"
    r"|week|job|task|moment)s?)?"
    r"(?: (?:of|about|in|for) [^,.;:]{2,40}?)?|"
    rf"what (?:really |most |always |still )?(?:keeps|gets|drives|kills|annoys|wears|bugs"
    rf"|frustrates|worries|slows|hurts|"
    rf"stresses|exhausts|trips) {_WHOM}(?: (?!is\b|are\b)[\w-]+){{0,4}}) (?:is|are|has to be"
    rf"|must be)\s+"
    r"(?:(?:that|when|probably|definitely|the fact that) )?(?=\S+ \S|\w+\W*$)"
)
_FIRST_THING = re.compile(
    rf"{_OPENS}(?:the )?first thing (?:that )?{_WHO} (?:do|does)"
    r"(?: (?:in|on|at|every|each) [^,.;]{2,25}?)? is (?:to )?(?=\S+ \S)"
)
_THE_ONE = re.compile(
    rf"{_OPENS}{_WHO}(?: (?:is|am|are)|['’](?:s|m|re)) (?:also )?the (?:one|person) "
    r"(?=[a-z]+ing \S)"
)
_IS_THE_JOB = re.compile(
    r"(?i)(?P<what>[^,.;:]{5,80}?)(?:,? that)?(?: is|['’]s) (?:basically |really |mostly "
    r"|pretty much |essentially |just )?(?:the|my|our|his|her|their) (?:whole |main )?job\W*$"
)
_SPENDS = re.compile(
    rf"{_OPENS}(?:{_WHO} (?:\w+ly )?spends?\s+(?P<time>[^,;:.]{{2,50}}?)\s+(?:on )?[a-z-]+ing\b|"
    rf"(?P<part>(?:(?:half|most|much|all|a third|a quarter) (?:of )?)?{_WHOSE} (?:\w+ )?"
    r"(?:days?|weeks?|mornings?|afternoons?|evenings?|nights?|mondays?|tuesdays?|wednesdays?"
    r"|thursdays?|"
    r"fridays?|time)) (?:is|are|goes|go|starts?|begins?|disappears?)\s+(?:spent |gone |on |in "
    r"|into |with |to )*[a-z-]+ing\b)"
)
_LOST = re.compile(
    r"(?i)\b(?:half|hours|too (?:much|long)|so much|far|all|entire|whole|nights?|evenings?"
    r"|weekends?|more time|"
    r"a (?:third|quarter)|days?(?! with)|\d+ (?:hours|minutes))\b"
)
_WASTED = re.compile(
    r"(?i)\b(?:copying|re-?typing|re-?keying|pasting|hunting|searching|correcting|untangling"
    r"|firefighting|apologi[sz]ing)$"
)
"""What nobody would call a duty of theirs."""
_MAKES_SURE = re.compile(
    rf"{_OPENS}(?:basically |mainly |mostly )?{_WHO}(?: (?:basically |mainly |mostly |also )?"
    r"(?:makes? sure|sees? to it|(?:am|is|are) the (?:one|person) who)|['’]m the (?:one"
    r"|person) who)"
    r"\s+(?=\S+ \S)"
)
_OWN_PAIN = re.compile(
    rf"{_OPENS}(?:(?:i|we)(?: just| really)? (?:waste|lose|struggle|hate|dread|fight|never know"
    rf"|can never|keep having to|"
    r"end up|get blamed)\b|(?:i|we)(?:['’]m| am|['’]re| are) (?:always|constantly|forever"
    r"|still) [a-z]+ing\b|"
    r"(?:i|we) (?:couldn['’]t tell you|have no (?:idea|clue))\b|"
    rf"it takes {_WHOM} \S|(?:nobody|no one) (?:ever )?(?:tells|told|asks|asked|warns"
    rf"|warned) {_WHOM}\b)"
)
_OWN_FEAR = re.compile(
    r"(?i)^[\"“‘']?don['’]t (?:give|sell|send|show|ask|bring) (?:me|us)\b|"
    r"\b(?:(?:was|were|been|got) (?:badly |once )?burn(?:ed|t) by\b|"
    rf"(?:i|we) (?:really |just )?(?:don['’]t|do not) (?:want|need) (?:another|one more"
    rf"|yet another|to be the)\b|"
    rf"what (?:would )?(?:worr(?:y|ies)|scares?|puts?"
    rf"|bothers?) {_WHOM}(?: off)?(?: about [^,.;]{{2,30}})? is\b|"
    r"(?:i|we)(?:['’]d| would) be (?:nervous|worried|afraid|scared|wary)\b)"
)


def _says_the_job(text: str) -> bool:
    return " job" in text and _IS_THE_JOB.match(text) is not None


_CUES = (
    ("keyConcerns", _OWN_FEAR.search, "it says what they fear"),
    ("keyObjectives", _WAND.match, "it says what they would change"),
    ("keyObjectives", _IDEALLY.match, "it says what they want"),
    ("painPoints", _HARDEST.match, "it says what is hardest"),
    ("painPoints", _OWN_PAIN.match, "it says what they suffer from"),
    ("primaryResponsibilities", _MAKES_SURE.match, "it says what they answer for"),
    ("primaryResponsibilities", _FIRST_THING.match, "it says what they do first"),
    ("primaryResponsibilities", _THE_ONE.match, "it says what they do"),
    ("primaryResponsibilities", _says_the_job, "it says what the job is"),
)
_SPENT = "it says where their time goes"
_RULES = frozenset([_SPENT, *(rule for _, _, rule in _CUES)])
_WORDS = frozenset(
    "burned burnt want need if ideal ideally perfect dream wants needs hardest worst trickiest "
    "toughest "
    "slowest most keeps gets drives kills annoys wears bugs frustrates worries scares puts slows "
    "hurts "
    "stresses exhausts trips bothers spend spends spent waste lose struggle hate dread fight "
    "never keep "
    "always constantly forever still takes nobody no day days week weeks morning mornings "
    "afternoon "
    "afternoons evening evenings night nights monday mondays tuesday tuesdays wednesday wednesdays "
    "thursday thursdays friday fridays time sure see sees one person end blamed nervous worried "
    "afraid "
    "scared wary all what first job".split()
)
"""One of these stands in all that the patterns find; most lines have none."""
_LONGEST = 300
_SAYS = re.compile(
    r",?[\"”’']\s*(?:(?:he|she|they|[A-Z][\w.'’-]+(?: [A-Z][\w'’-]+)?)\s+)?"
    r"(?:says?|said|adds?|added|told (?:us|me)|tells (?:us|me)|explain(?:s|ed)|sigh(?:s|ed)"
    r"|laugh(?:s|ed)|recall(?:s|ed))"
    r"(?: (?:he|she|they|[A-Z][\w'’-]+))?[^\"“”]{0,30}$"
)
_TOLD = re.compile(
    r"(?i)(?:most|many|several|some|all|both|a few)(?: of them)? (?:said|told (?:me"
    r"|us)) (?:that )?(?=they\b)|"
    r"(?:(?:he|she|they|(?-i:[A-Z][a-z]+)) )(?:also |then |even )?(?:said|says|told (?:us|me)"
    r"|tells (?:us|me)|explained|"
    r"mentioned|admitted|complained|added)(?: to (?:us|me))? that (?=\S+ \S+ \S)|"
    r"^(?:he|she|they) (?:did )?sa(?:y|id) (?=(?:he|she|they|his|her|their)(?:['’](?:d|s))?\b)"
)
_TELLERS = frozenset(
    "say said says told tells explained mentioned admitted complained added".split()
)
"""One of these is in all that `_TOLD` finds."""
_DEED = re.compile(
    r"(?:He|She|They) (?:also |then |usually |personally )?(?P<does>[a-z]+) (?!to\b|that\b|it\b"
    r"|if\b)\S+ ?\S*"
)
_NO_DEEDS = frozenset(
    "be have do get feel want need like love hate dislike fear worry hope wish believe think know "
    "live come seem struggle prefer enjoy drink eat care expect lack lose start join say tell "
    "agree "
    "earn ask mention suffer fight waste leave move become remain stay hear forget miss complain "
    "find see use rely depend trust doubt refuse dread mean look sit stand belong go went took "
    "said "
    "told left joined started".split()
)
"""What somebody feels, is or goes through is no duty."""
_OPENING = ("“", "„", "«")
_OWN = frozenset("i my we our i'm i'd i've we're".split())
_TURNS = re.compile(r"(?i)\b(?:change|fix|improve|automate|remove|drop|get rid of)\b")


def spoken_cue(text: str) -> tuple[str, str] | None:
    """Name the field of what somebody says of their work, and why; None where no frame is met."""
    if len(text) > _LONGEST or "?" in text or _WORDS.isdisjoint(tokens(text)):
        return None
    text = untold(text)
    spends = _SPENDS.match(text)
    if spends is not None:
        lost = _LOST.search(spends["time"] or spends["part"]) or _WASTED.search(spends.group())
        return ("painPoints" if lost else "primaryResponsibilities"), _SPENT
    for field, finds, rule in _CUES:
        if finds(text):
            return field, rule
    return None


def untold(text: str) -> str:
    """Leave out who told it: "Most of them said they would never …"."""
    return text if _TELLERS.isdisjoint(tokens(text)) else _TOLD.sub("", text, count=1)


def unquoted(text: str) -> str:
    """Give what somebody says without the mark that opens it, and without who told it."""
    return untold(text.lstrip('"“‘'))


def says_a_deed(text: str) -> bool:
    """Tell whether a sentence says what he, she or they do to something: "He books 340 cases"."""
    deed = _DEED.match(text)
    base = base_of_third(deed["does"]) or deed["does"] if deed else ""
    return bool(base) and look_up(base).base and base not in _NO_DEEDS


def in_own_words(text: str, rule: str = "") -> bool:
    """Tell whether somebody is quoted who speaks of themselves: "I chase …", he says."""
    if _OWN.isdisjoint(tokens(text)):
        return False
    if sum(map(text.count, _OPENING)) > 1 or text.count('"') > 2:
        return False  # Several sayings in one line stay as they were said.
    if rule in _RULES:
        return True
    ends = text.rstrip(" .!")[-1:] in '"”’' or bool(_SAYS.search(text)) or text.count('"') == 1
    return text[:1] in '"“‘' and ends


def decided_alone(text: str) -> str:
    """
    Say of one who decides what a bare "me" answers to "Who decides?".

    "It's me with the director" is told of them by now: "it's them with the director".
    """
    if text in ("Them", "They", "They do", "I", "Me"):
        return "Decides alone"
    if text == "Not them":
        return "Does not decide"
    both = _BOTH.fullmatch(text)
    return f"Decides with {both['other']}" if both else _IS_ME.sub("they decide", text)


def of_aims(text: str, field: str) -> str:
    """Begin an aim with its verb: "To stop arguing" -> "Stop arguing"."""
    aim = field in ("keyObjectives", "keyPriorities")
    verbal = aim and text.startswith("To ") and look_up(text[3:].partition(" ")[0]).base
    return text[3:4].upper() + text[4:] if verbal else text


_BOTH = re.compile(r"Them and (?P<other>(?:their|the) [\w ]{2,40})")
_IS_ME = re.compile(r"\bit(?:['’]s| is) them\b")


_FRAMES = (_WAND, _IDEALLY, _HARDEST)


def thought(text: str) -> str:
    """Leave out who says it and the frame: "The hardest part is sickness" -> "sickness"."""
    said = _SAYS.search(text) if text[:1] in '"“‘' else None
    if said:
        text = text[1 : said.start()]
    text = untold(text)
    if _WORDS.isdisjoint(tokens(text)):
        return text
    if " job" in text and (job := _IS_THE_JOB.match(text)):
        return job["what"]
    singled = "irst thing" in text or " the " in text
    for frame in (*_FRAMES, _FIRST_THING, _THE_ONE) if singled else _FRAMES:
        found = frame.match(text)
        if found is None:
            continue
        rest = text[found.end() :].strip(' "”’')
        turns = _TURNS.search(found["how"]) if frame is _WAND else None
        first = look_up(rest.split(" ", 1)[0].lower())
        if turns and not (first.base or first.gerund):
            return f"{turns.group().lower()} {rest}"
        doing, _, done = rest.partition(" ")
        if frame is _THE_ONE and (base := base_of_gerund(doing)):
            return f"{base} {done}"
        return rest
    return text
