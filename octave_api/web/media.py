"""
What a fetched body is, and its text: sniffing and decoding, as browsers do it.

Pure. Headers are believed only as far as the bytes bear them out, and a
charset is looked up in the WHATWG's table of labels, never handed to Python's
codecs, some of which are no charsets at all.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

import webencodings

from octave_api.cleaning import clean
from octave_api.errors import SourceError
from octave_api.web.page import Page
from octave_api.web.responses import PASTE
from octave_api.web.urlpolicy import shown

Kind = Literal["html", "xml", "text"]

_SNIFFED = 1445
_PRESCANNED = 4096
_BOMS = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_BINARY_STARTS = (b"%PDF-", b"%!PS", b"{\\rtf", b"PK\x03\x04", b"GIF8", b"BZh", b"wOF")
_TEXT_TYPES = re.compile(
    r"text/.*|application/(?:xhtml\+xml|xml|json|markdown|octet-stream|(?:.*\+)(?:xml|json))"
)
_HTML_START = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|title|h1|div|p|main|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_START = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)", re.DOTALL)
_META_CHARSET = re.compile(
    rb"<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:+-]{1,40})", re.IGNORECASE
)
_XML_CHARSET = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:+-]{1,40})")
_MAX_REPLACED = 0.02


def read_page(page: Page) -> tuple[Kind, str]:
    """
    Tell what a page is, and give its text as it was sent.

    Markdown and JSON count as text. Raises SourceError `not_text` for a file
    that is none, whatever the header says.
    """
    head = page.body[:_SNIFFED]
    declared = page.content_type
    if declared and not _TEXT_TYPES.fullmatch(declared):
        raise _not_text(page, declared)
    # Every second byte of UTF-16 may be a zero, which elsewhere only a binary file holds.
    wide = head.startswith(_BOMS) or _name(_labelled(page)).startswith("utf-16")
    if not wide and (_BINARY.search(head) or head.lstrip().startswith(_BINARY_STARTS)):
        raise _not_text(page, "pdf" if head.lstrip().startswith(b"%PDF-") else "")
    kind = _kind(declared, head)
    text = _decode(page, kind)
    if text.count("\N{REPLACEMENT CHARACTER}") > _MAX_REPLACED * len(text) + 20:
        raise _not_text(page, "")
    return kind, text


def composed(text: str) -> str:
    """Give a page's text cleaned, each letter with its accents as one character (NFC)."""
    return unicodedata.normalize("NFC", clean(text))


def _kind(declared: str, head: bytes) -> Kind:
    if declared in {"text/html", "application/xhtml+xml"}:
        return "html"
    if declared.endswith(("/xml", "+xml")):
        return "xml"
    if _HTML_START.match(head):
        return "html"
    return "xml" if _XML_START.match(head) else "text"


def _decode(page: Page, kind: Kind) -> str:
    """Decode by byte order mark, header, declaration in the text, then UTF-8 or windows-1252."""
    encoding = _labelled(page) or _declared_inside(page.body, kind)
    if _name(encoding) in {"", "replacement", "x-user-defined"}:
        encoding = webencodings.lookup("utf-8" if _mostly_utf8(page.body) else "windows-1252")
    text, _ = webencodings.decode(page.body, encoding or "utf-8", "replace")
    return text


def _labelled(page: Page) -> webencodings.Encoding | None:
    """Look the header's charset up; a label that is none of the WHATWG's counts as unsaid."""
    if page.charset is None or not page.charset.isascii():
        return None
    return webencodings.lookup(page.charset)


def _name(encoding: webencodings.Encoding | None) -> str:
    return encoding.name if encoding else ""


def _declared_inside(body: bytes, kind: Kind) -> webencodings.Encoding | None:
    if kind == "text":
        return None
    head = body[:_PRESCANNED]
    found = _XML_CHARSET.match(head) or _META_CHARSET.search(_COMMENT.sub(b"", head))
    if found is None:
        return None
    encoding = webencodings.lookup(found[1].decode("ascii", "replace"))
    # Bytes in which this declaration could be read as ASCII are not UTF-16.
    if encoding is not None and encoding.name.startswith("utf-16"):
        return webencodings.lookup("utf-8")
    return encoding


def _mostly_utf8(body: bytes) -> bool:
    """Tell whether bytes hold more characters of UTF-8 than faults in it; true for plain ASCII."""
    decoded = body.decode("utf-8", "replace")
    wrong = decoded.count("\N{REPLACEMENT CHARACTER}")
    return not wrong or sum(character > "\x7f" for character in decoded) > 2 * wrong


def _not_text(page: Page, kind: str) -> SourceError:
    if "pdf" in kind:
        what = "is a PDF, which is not read yet. Open it and paste its text instead."
    elif kind:
        what = f"is no text but {shown(kind, 40)}. {PASTE}"
    else:
        what = f"is not a text that can be read. {PASTE}"
    return SourceError("not_text", f"{shown(page.final_url)} {what}")
