"""
Reports and call sheets as one HTML file each. Pure.

The file stands alone: its style is inside, it has no script, and its content policy
forbids it to load anything. Every text that is not ours goes through `escape`. An
address of a source is a link to press, never something that is fetched.
"""

from __future__ import annotations

import html
from importlib.resources import files
from urllib.parse import urlsplit

from octave_api.exporting.call_sheet import BLANKS, HOW_TO_READ, CallSheet
from octave_api.exporting.report import Asked, Footnote, Report, Statement

MEDIA_TYPE = "text/html"

STYLE = (files("octave_api.exporting") / "document.css").read_text(encoding="utf-8")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def escape(text: str) -> str:
    """Make a text literal in HTML, in its own direction of writing."""
    return f'<bdi dir="auto">{html.escape(text)}</bdi>'


def report(found: Report) -> str:
    """Set a report."""
    body = [_head(found, found.name)]
    if found.description():
        body.append(f'<p class="lede">{" ".join(map(_text, found.description()))}</p>')
    if found.gates:
        body.append(_questions("Disqualifiers", found.gates))
    body.append('<div class="fields">')
    for part in found.fields():
        items = "".join(f"<li>{_text(one)}</li>" for one in part.statements)
        body.append(f"<section><h2>{html.escape(part.title)}</h2><ul>{items}</ul></section>")
    body.append("</div>")
    if found.questions:
        body.append(_questions("Qualifying questions", found.questions))
    body.append(_gaps(found, box=False))
    body.append(_footnotes(found.footnotes))
    legend = "".join(
        f"<li><b>{word}</b>: {html.escape(text)}</li>" for word, text in found.legend()
    )
    remarks = "".join(f"<li>{escape(remark)}</li>" for remark in found.remarks)
    body.append(
        f'<section class="small"><h2>How to read this</h2><ul>{legend}{remarks}</ul></section>'
    )
    return _page(found.name, body)


def call_sheet(sheet: CallSheet) -> str:
    """Set a call sheet."""
    found = sheet.report
    body = [_head(found, f"Discovery call: {found.name}")]
    blanks = "".join(f"<div><dt>{blank}</dt><dd></dd></div>" for blank in BLANKS)
    body.append(f'<dl class="blanks">{blanks}</dl>')
    number = 1
    for group in sheet.groups:
        cards = "".join(_card(one) for one in group.questions)
        body.append(
            f"<section><h2>{html.escape(group.title)}</h2>"
            f'<p class="soft">{html.escape(group.advice)}</p>'
            f'<ol class="cards" start="{number}">{cards}</ol></section>'
        )
        number += len(group.questions)
    body.append(_gaps(found, box=True))
    body.append('<section><h2>Notes</h2><div class="space"></div></section>')
    body.append(_footnotes(found.footnotes))
    body.append(f'<p class="small soft">{html.escape(HOW_TO_READ)}</p>')
    return _page(f"Discovery call: {found.name}", body)


def _page(title: str, body: list[str]) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        "<body>\n<main>\n"
        + "\n".join(part for part in body if part)
        + "\n</main>\n</body>\n</html>\n"
    )


def _head(found: Report, title: str) -> str:
    name, other = found.named()
    alias = f" · {escape(other.text)}{_mark(other.origin, other.notes, other.why)}" if other else ""
    made = f" · {found.made_on}" if found.made_on else ""
    detail = f"; {html.escape(found.share_detail)}" if found.share_detail else ""
    score = f'<p class="score"><b>Score:</b> {escape(found.score)}</p>' if found.score else ""
    return (
        f"<header><h1>{escape(title)}{_mark(name.origin, name.notes, name.why)}</h1>"
        f'<p class="soft">{found.kind.capitalize()}{alias}{made}</p>'
        f'<p class="share"><b>{html.escape(found.share)}</b>{detail}</p>{score}</header>'
    )


def _text(one: Statement) -> str:
    lead = f'<span class="soft">{escape(one.lead)}: </span>' if one.lead else ""
    return f"{lead}{escape(one.text)}{_mark(one.origin, one.notes, one.why)}"


def _mark(origin: str, notes: tuple[int, ...], why: str) -> str:
    word = "" if origin in ("", "Quoted") and notes else origin
    reason = f": {escape(why)}" if word and why else ""
    label = f' <span class="origin">{html.escape(word)}{reason}</span>' if word else ""
    numbers = "".join(f'<sup><a href="#n{n}">{n}</a></sup>' for n in notes)
    return label + numbers


def _badges(one: Asked) -> str:
    style = one.fit if one.fit in ("GOOD", "BAD") else ""
    answer = f' <span class="badge">Answered {one.answer}</span>' if one.answer else ""
    return (
        f'<span class="badge {style}">{html.escape(one.fit)}</span> '
        f'<span class="badge">{html.escape(one.weight_word)}</span>{answer}'
    )


def _questions(title: str, questions: tuple[Asked, ...]) -> str:
    cards = "".join(
        f"<li><p class='asked'>{escape(one.text)} {_badges(one)}"
        f"{_mark(one.origin, one.notes, one.why)}</p>{_pairs(one, spoken=True)}</li>"
        for one in questions
    )
    return f'<section><h2>{title}</h2><ol class="cards">{cards}</ol></section>'


def _card(one: Asked) -> str:
    boxes = "".join(
        f'<span class="box">{"☒" if one.answer == word else "☐"} {word}</span>'
        for word in ("Yes", "No", "Unknown")
    )
    behind = f'<p class="soft">{escape(one.text)}</p>' if one.spoken else ""
    return (
        f"<li><p class='asked'>{escape(one.spoken or one.text)}"
        f"{_mark(one.origin, one.notes, one.why)}</p>{behind}{_pairs(one, spoken=False)}"
        f'<p class="tick">{boxes} {_badges(one)}</p><div class="line"></div></li>'
    )


def _pairs(one: Asked, *, spoken: bool) -> str:
    pairs = [("Look for", one.rationale), ("Listen for", one.listen_for)]
    pairs += [("Say", one.spoken)] if spoken else []
    pairs += [("Serves", one.framework)]
    rows = "".join(
        f"<div><dt>{name}</dt><dd>{escape(text)}</dd></div>" for name, text in pairs if text
    )
    return f"<dl>{rows}</dl>" if rows else ""


def _gaps(found: Report, *, box: bool) -> str:
    if not found.gaps:
        return ""
    items = "".join(
        f'<li>{"☐ " if box else ""}{escape(gap)} <span class="soft">{html.escape(name)}</span></li>'
        for gap, name in found.gaps
    )
    return f"<section><h2>Ask this next</h2><ul>{items}</ul></section>"


def _footnotes(footnotes: tuple[Footnote, ...]) -> str:
    if not footnotes:
        return ""
    items = "".join(f'<li id="n{one.number}">{_footnote(one)}</li>' for one in footnotes)
    return f'<section class="small"><h2>Sources</h2><ol>{items}</ol></section>'


def _footnote(one: Footnote) -> str:
    source = escape(one.source)
    if one.url and is_web(one.url):
        source = f'<a href="{html.escape(one.url)}" rel="noopener noreferrer nofollow">{source}</a>'
    rules = (
        f' <span class="soft">Inferred as: {escape("; ".join(one.rules))}.</span>'
        if one.rules
        else ""
    )
    return f"“{escape(one.quote)}” — {source}{rules}"


def is_web(url: str) -> bool:
    """Tell whether an address is a page of the web, and may be a link."""
    try:
        found = urlsplit(url)
    except ValueError:
        return False
    return found.scheme in ("http", "https") and bool(found.netloc)
