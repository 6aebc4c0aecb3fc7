"""
What stands around the message of a mail: its head, the greeting, the signature, the notice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from octave_api.engine.lines import Line

_HEAD = re.compile(
    r"(?:from|to|cc|bcc|date|sent|subject|reply-to|von|an|gesendet|betreff|objet|asunto)\s?:\s",
    re.IGNORECASE,
)
_GREETS = re.compile(
    r"(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|liebe[rs]?|sehr geehrte"
    r"[rn]?|guten (?:tag|morgen)|bonjour|cher|ch\u00e8re|hola|estimad[oa]|ciao|beste|moin)"
    r"(?:\s[\w.'\u2019-]+){0,4}|[A-Z][a-z\u00e0-\u00ff]+)\s?[,!\u2013\u2014-]",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"(?:(?:best|kind|warm|many|with) )?(?:regards|wishes|thanks)(?: again)?|best|cheers|thank you|"
    r"thanks(?: a lot| so much)?|yours(?: sincerely| faithfully| truly)?|sincerely|talk soon|"
    r"(?:viele|beste|liebe|herzliche|freundliche) gr\u00fc(?:\u00df|ss)e|mit freundlichen gr\u00fc"
    r"(?:\u00df|ss)en|mfg|vg|lg|cordialement|bien \u00e0 vous|saludos|met vriendelijke groet|"
    r"groeten|(?:(?:warm|best|kind) )?greetings(?: from .{3,50})?",
    re.IGNORECASE,
)
_DELIMITER = "--"
_NOTICE = re.compile(
    r"sent from my \w+|(?:this|diese) (?:e-?mail|message|communication|nachricht)\b.{0,80}\b"
    r"(?:confidential|intended|attachments|vertraulich)\b|"
    r"(?:on|am) .{6,60} (?:wrote|schrieb.{0,40}):$|-{3,} ?original message",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(r".{0,80}\bnot the intended recipient\b", re.IGNORECASE)
_STAMP = re.compile(
    r"[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,2}(?:,|\s[-\u2013|])?\s{1,3}"
    r"(?:(?:today|yesterday)?(?: at)? ?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?"
    r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?"
)
_LEAST_STAMPS = 3
_HEAD_LINES, _SIGNED_LINES, _GREETING_WORDS = 8, 5, 6


def without_envelope(lines: Sequence[Line]) -> list[Line]:
    """Blank the lines around a message: all that is left is what its writer has to say."""
    drop = [False] * len(lines)
    first = next((n for n, line in enumerate(lines) if not line.blank), len(lines))
    n = first
    while n < len(lines) and n < first + _HEAD_LINES and _HEAD.match(lines[n].text):
        drop[n] = True
        n += 1
    while n < len(lines) and lines[n].blank:
        n += 1
    if n < len(lines) and _greets(lines[n].text):
        drop[n] = True
    mail = any(drop)
    for n, line in enumerate(lines):
        if _is_notice(line.text) and len(line.text) < 1000:
            drop[n] = True
            mail = True
    stamped = [n for n, line in enumerate(lines) if line.text[-1:].isalnum() and _is_stamp(line)]
    if len(stamped) >= _LEAST_STAMPS:
        for n in stamped:
            drop[n] = True
    if mail:
        end = _signature(lines)
        drop[end:] = [True] * (len(lines) - end)
    return [
        replace(line, start=line.end, text="", mark="", body=line.end) if gone else line
        for line, gone in zip(lines, drop, strict=True)
    ]


def _is_stamp(line: Line) -> bool:
    """Whether a line only says who wrote a message in a chat, and when ("Ines 09:14")."""
    return ":" in line.text and bool(_STAMP.fullmatch(line.text))


def _greets(text: str) -> bool:
    return len(text.split()) <= _GREETING_WORDS and bool(_GREETS.fullmatch(text))


def _is_notice(text: str) -> bool:
    """Tell a line that a mail program or a company adds."""
    if text[:1] in "SsTtDdOoAa-" and _NOTICE.match(text):
        return True
    return "ntended" in text and _RECIPIENT.match(text) is not None


def _signature(lines: Sequence[Line]) -> int:
    """Where the signature begins: at its delimiter, or at a closing above a few short lines."""
    for n, line in enumerate(lines):
        if line.text == _DELIMITER and n * 2 > len(lines):
            return n
        if n * 2 > len(lines) and _CLOSES.fullmatch(line.text.rstrip(" ,!.")):
            rest = [one for one in lines[n + 1 :] if not one.blank and not _is_notice(one.text)]
            if len(rest) <= _SIGNED_LINES or any(one.text == _DELIMITER for one in rest):
                return n
    return len(lines)
