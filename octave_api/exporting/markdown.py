"""
Reports and call sheets as Markdown that pastes into a wiki. Pure.

CommonMark with nothing but headings, lists, bold and rules: footnotes are numbers in
brackets and a numbered list, because wikis differ in every footnote syntax. Every
text that is not ours is escaped, so that it is read as the text it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from octave_api.exporting.call_sheet import BLANKS, HOW_TO_READ, CallSheet
from octave_api.exporting.report import Asked, Footnote, Report, Statement

MEDIA_TYPE = "text/markdown"

_INLINE = re.compile(r"([\\`*_\[\]<>~|&$^={}])")
_LINE_START = re.compile(r"^(\s*)(?:([#+\-:])|(\d{1,9})([.)]))")
_IMAGE = re.compile(r"!(?=\\\[)")


def escape(text: str) -> str:
    """Make a text literal on one line of Markdown."""
    marked = _IMAGE.sub(r"\\!", _INLINE.sub(r"\\\1", text))
    return _LINE_START.sub(
        lambda found: (
            f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}"
        ),
        marked,
    )


def report(found: Report) -> str:
    """Set a report."""
    name, _ = found.named()
    lines = [f"# {_text(name)}", "", *_head(found), ""]
    lines += (
        [" ".join(_text(one) for one in found.description()), ""] if found.description() else []
    )
    if found.gates:
        lines += ["## Disqualifiers", ""]
        for one in found.gates:
            lines += [*_question(one), ""]
    for part in found.fields():
        lines += [f"## {escape(part.title)}", ""]
        lines += [f"- {_text(one)}" for one in part.statements]
        lines.append("")
    if found.questions:
        lines += ["## Qualifying questions", ""]
        for one in found.questions:
            lines += [*_question(one), ""]
    if found.gaps:
        lines += ["## Ask this next", ""]
        lines += [f"- {escape(gap)} ({escape(name)})" for gap, name in found.gaps]
        lines.append("")
    lines += _sources(found.footnotes)
    lines += ["## How to read this", ""]
    lines += [f"- **{word}**: {meaning}" for word, meaning in found.legend()]
    lines += [f"- {escape(remark)}" for remark in found.remarks]
    return "\n".join(lines).rstrip() + "\n"


def call_sheet(sheet: CallSheet) -> str:
    """Set a call sheet, with task-list boxes where a pen would tick."""
    found = sheet.report
    lines = [f"# Discovery call: {escape(found.name)}", "", *_head(found), ""]
    lines += [f"- {blank}: " for blank in BLANKS]
    lines.append("")
    number = 0
    for group in sheet.groups:
        lines += [f"## {group.title}", "", group.advice, ""]
        for one in group.questions:
            number += 1
            lines += [f"### {number}. {escape(one.spoken or one.text)}{_notes(one.notes)}", ""]
            if one.spoken:
                lines.append(f"- To find out: {escape(one.text)}")
            lines += _how(one)
            given = f" **{one.answer}**" if one.answer else ""
            lines += ["- [ ] Yes  [ ] No  [ ] Unknown" + given, "- Notes: ", ""]
    if found.gaps:
        lines += ["## Ask this next", ""]
        lines += [f"- [ ] {escape(gap)}" for gap, _ in found.gaps]
        lines.append("")
    lines += ["## Notes", "", "", *_sources(found.footnotes), HOW_TO_READ]
    return "\n".join(lines).rstrip() + "\n"


def _head(found: Report) -> list[str]:
    _, other = found.named()
    alias = f" · {_text(replace(other, lead=''))}" if other else ""
    made = f" · {found.made_on}" if found.made_on else ""
    detail = f"; {found.share_detail}" if found.share_detail else ""
    lines = [f"{found.kind.capitalize()}{alias}{made}", "", f"**{found.share}**{detail}"]
    return [*lines, "", f"**Score:** {escape(found.score)}"] if found.score else lines


def _text(one: Statement) -> str:
    lead = f"{escape(one.lead)}: " if one.lead else ""
    return f"{lead}{escape(one.text)}{_mark(one.origin, one.notes, one.why)}"


def _mark(origin: str, notes: tuple[int, ...], why: str) -> str:
    """Give the origin and the numbers of its footnotes; a quoted claim needs its numbers only."""
    word = "" if origin in ("", "Quoted") and notes else origin.lower()
    reason = f"{word}: {escape(why)}" if word and why else word
    return f"{f' *({reason})*' if reason else ''}{_notes(notes)}"


def _notes(numbers: tuple[int, ...]) -> str:
    return "".join(f" \\[{number}\\]" for number in numbers)


def _question(one: Asked) -> list[str]:
    answer = f", answered {one.answer}" if one.answer else ""
    head = f"**{escape(one.text)}** {escape(one.fit)}, {escape(one.weight_word)}{answer}"
    lines = [f"{head}{_mark(one.origin, one.notes, one.why)}", ""]
    if one.rationale:
        lines.append(f"- Look for: {escape(one.rationale)}")
    if one.spoken:
        lines.append(f"- Say: {escape(one.spoken)}")
    return [*lines, *_how(one)]


def _how(one: Asked) -> list[str]:
    found = []
    if one.listen_for:
        found.append(f"- Listen for: {escape(one.listen_for)}")
    if one.framework:
        found.append(f"- Serves: {escape(one.framework)}")
    return found


def _sources(footnotes: tuple[Footnote, ...]) -> list[str]:
    if not footnotes:
        return []
    return ["## Sources", "", *(f"{one.number}. {_footnote(one)}" for one in footnotes), ""]


def _footnote(one: Footnote) -> str:
    rules = f" Inferred as: {escape('; '.join(one.rules))}." if one.rules else ""
    address = f", <{one.url}>" if one.url and _ADDRESS.fullmatch(one.url) else ""
    return f"“{escape(one.quote)}” — {escape(one.source)}{address}{rules}"


_ADDRESS = re.compile(r"https?://[^\s<>\\]+")
