"""
Two readings of one page, and the better of them.

Trafilatura reads articles and handbook pages well; of product and company pages it tends to
drop the headings of cards. Its text is held against the plain reduction of the page
(`octave_api.web.reduction`), which is taken where Trafilatura lost much of what that holds.
"""

from __future__ import annotations

import logging
import re

import lxml.etree
from lxml.html import HtmlElement

from octave_api.web.reduction import Block

_COMPARED_BLOCKS = 500
_MAX_LOST = 0.4
_MAX_MISSHAPEN = 0.15
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LIST_GAP = re.compile(r"\n{2,}(?=[ ]+(?:-|\d+\.) )")
_MARKED = re.compile(r"\s*(?:#|[-*|]|\d+\.)")
_NO_WORD = re.compile(r"\W+")


def better(root: HtmlElement, blocks: list[Block], plain: str) -> str:
    """Give Trafilatura's reading, or the plain one where that lost much of it."""
    text = _trafilatura(root) if blocks else ""
    if not text:
        return plain
    # The page's own heading is often taken for a title and left out.
    first = next((block for block in blocks if block.mark == "# "), None)
    if first is not None and _words(first.text) not in _heading_words(text):
        text = f"# {first.text}\n\n{text}"
    lost, misshapen = _losses(text, blocks)
    return plain if lost > _MAX_LOST or misshapen > _MAX_MISSHAPEN else text


def _trafilatura(root: HtmlElement) -> str:
    # Imported here: it takes half a second, which only a web page should cost.
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = extract(root, output_format="markdown", include_comments=False, include_tables=True)
    except (ValueError, TypeError, AttributeError, lxml.etree.LxmlError, RecursionError):
        # A page that it stumbles over is still read by the plain reduction.
        return ""
    return _tidy(text or "")


def _tidy(text: str) -> str:
    """Take out escapes, trailing blanks, and the gaps between a list and the list inside it."""
    lines = (_ESCAPE.sub(r"\1", line.replace("\\|", "/")).rstrip() for line in text.split("\n"))
    return _LIST_GAP.sub("\n", "\n".join(lines))


def _losses(text: str, blocks: list[Block]) -> tuple[float, float]:
    """
    Compare a text with the reduction of its page.

    Gives the share of the reduction's text that is missing, and the share of
    the blocks kept that lost the heading above them, or stand in `text` as
    plain lines though they are items of a list.
    """
    whole = f" {_words(text)} "
    headings = _heading_words(text)
    unmarked = {_words(line) for line in text.split("\n") if not _MARKED.match(line)}
    spread = max(1, len(blocks) // _COMPARED_BLOCKS)
    total = lost = kept = misshapen = 0
    heading = ""
    for number, block in enumerate(blocks):
        words = _words(block.text)
        if block.kind == "heading":
            heading = words
        elif number % spread == 0:
            total += len(words)
            if f" {words} " not in whole:
                lost += len(words)
                continue
            kept += 1
            orphaned = heading != "" and heading not in headings
            misshapen += orphaned or (block.kind == "item" and words in unmarked)
    return lost / max(1, total), misshapen / max(1, kept)


def _heading_words(text: str) -> set[str]:
    return {_words(line) for line in text.split("\n") if line.startswith("#")}


def _words(text: str) -> str:
    """Give the words alone, to compare two spellings of one line."""
    return _NO_WORD.sub(" ", text).strip()
