"""
A comparison, or a table of which persona fits which segment, as CSV and as Markdown. Pure.

CSV has one row a thought or question, with a column for the words of each side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from octave_api.comparing.matrix import Match, Told
from octave_api.comparing.results import LETTERS, Comparison, QuestionPoint, said_by
from octave_api.exporting import cells
from octave_api.exporting.files import Subject
from octave_api.exporting.markdown import escape
from octave_api.exporting.names import safe_name
from octave_api.fields import weight_word
from octave_api.origins import origin_mark

_MATCH_COLUMNS = (
    "persona",
    "segment",
    "persona field",
    "persona line",
    "persona origin",
    "segment field",
    "segment line",
    "segment origin",
    "words",
    "against",
)


def file_name(subjects: Sequence[Subject], extension: str) -> str:
    """Name a file after what is in it."""
    return safe_name(" and ".join(one.entity.name for one in subjects), extension)


def to_csv(found: Comparison) -> bytes:
    """Write every thought of every field and every question; see the module."""
    columns = ["part", "field", "who", "tells apart", "would confuse"]
    for letter, subject in zip(LETTERS, found.subjects, strict=False):
        name = f"{letter}: {subject.entity.name}"
        columns += [name, f"{letter} origin", f"{letter} fit", f"{letter} weight"]
    return cells.write([*columns, "spoken"], _rows(found), bom=True)


def _rows(found: Comparison) -> Iterator[list[object]]:
    sides = range(len(found.subjects))
    for field in found.fields:
        for point in field.points:
            row: list[object] = ["field", field.title, said_by(point.sides), "", ""]
            for side in sides:
                said = point.of(side)
                texts = [f"{one.lead}: {one.text}" if one.lead else one.text for one in said]
                row += ["\n".join(texts), "\n".join(one.origin for one in said), "", ""]
            yield [*row, ""]
    for asked in found.questions:
        row = ["question", "", said_by(asked.sides), _pairs(asked.apart), _pairs(asked.confused)]
        for side in sides:
            own = asked.of(side)
            row.append("\n".join(one.text for one in own))
            row.append("\n".join(one.origin for one in own))
            row.append("\n".join(str(one.question.fit_type) for one in own))
            row.append("\n".join(str(one.question.weight) for one in own))
        yield [*row, asked.lead.spoken]


def _pairs(pairs: Sequence[tuple[int, ...]]) -> str:
    return ", ".join(said_by(pair) for pair in pairs)


def to_markdown(found: Comparison) -> str:
    """Set a comparison for a wiki: the findings first, then questions, then fields."""
    names = zip(LETTERS, found.subjects, strict=False)
    lines = [f"# {escape(' / '.join(one.entity.name for one in found.subjects))}", ""]
    lines += [f"- **{letter}**: {escape(one.entity.name)}" for letter, one in names]
    lines += ["", f"**{found.question_finding()}** {found.field_finding()}", ""]
    if found.best():
        lines += ["## Ask these to tell them apart", ""]
        for number, one in enumerate(found.best(), 1):
            lines.append(f"{number}. {_question(one)}")
            if one.lead.spoken:
                lines.append(f"   - Say: {escape(one.lead.spoken)}")
        lines.append("")
    for title, questions in (
        ("Questions that tell them apart", found.telling),
        ("Questions that would confuse them", found.confusing),
    ):
        if questions:
            lines += [f"## {title}", "", *(f"- {_question(one)}" for one in questions), ""]
    for field in found.fields:
        lines += [f"## {escape(field.title)}", "", field.finding(), ""]
        for point in field.points:
            first = point.said[0]
            lead = f"{escape(first.lead)}: " if first.lead else ""
            mark = f" *({escape(origin_mark(first.origin).word.lower())})*" if first.origin else ""
            lines.append(f"- **{said_by(point.sides)}**: {lead}{escape(first.text)}{mark}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _question(one: QuestionPoint) -> str:
    fits = [
        f"{LETTERS[side]} {escape(str(asked.question.fit_type))}, "
        f"{escape(weight_word(str(asked.question.weight)))}"
        for side in one.sides
        for asked in one.of(side)
    ]
    return f"{escape(one.lead.text)} ({'; '.join(fits)})"


def matches_to_csv(
    personas: Sequence[Subject], segments: Sequence[Subject], matches: Sequence[Match]
) -> bytes:
    """Write one row a link, with the words that show it."""
    rows = [
        [
            personas[found.persona].entity.name,
            segments[found.segment].entity.name,
            *_cells(link.persona),
            *_cells(link.segment),
            " ".join(link.words()),
            "yes" if link.against else "",
        ]
        for found in matches
        for link in found.links
    ]
    return cells.write(_MATCH_COLUMNS, rows, bom=True)


def _cells(told: Told) -> list[str]:
    return [told.field, told.text, told.origin]


def matches_to_markdown(
    personas: Sequence[Subject], segments: Sequence[Subject], matches: Sequence[Match]
) -> str:
    """Set the pairs for a wiki, best first, each with the lines that meet."""
    lines = ["# Which persona fits which segment", ""]
    for found in matches:
        names = (personas[found.persona].entity.name, segments[found.segment].entity.name)
        lines += [f"## {' × '.join(escape(name) for name in names)}", "", found.finding(), ""]
        for link in found.links:
            against = "**Against:** " if link.against else ""
            lines.append(
                f"- {against}{escape(link.persona.text)} / {escape(link.segment.text)} "
                f"({escape(', '.join(link.words()))})"
            )
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
