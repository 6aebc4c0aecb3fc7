"""
The three kinds of sources, read into text: TEXT as it is, URL as its page says, RESOURCE by id.

What comes out is what the engine reads and what the offsets of the evidence
count into, so the text is cleaned and fixed here and changed nowhere later.
"""

from __future__ import annotations

from collections.abc import Callable

from octave_api.cleaning import MAX_TEXT, clean
from octave_api.contract import Source, SourceText
from octave_api.errors import SourceError
from octave_api.fetch import fetch
from octave_api.keeping.identity import timestamp
from octave_api.web.page import Page
from octave_api.web.process import READER

Resource = Callable[[str], tuple[str, str] | None]


def read(
    source: Source,
    *,
    resource: Resource,
    clock: Callable[[], str] = timestamp,
    index: int = 0,
    get: Callable[[str], Page] = fetch,
) -> SourceText:
    """
    Read one source.

    `resource` gives the title and text of a library's resource, or None for an
    id that it does not have; such a value is a name to generate from. `clock`
    gives the time for `retrieved_at`, which pages alone have. `index` is the
    source's place in its item. Raises SourceError with the source's value.
    """
    title, text, language, retrieved_at = "", source.value, None, None
    try:
        if source.type == "URL":
            page = get(source.value)
            title, text, language = READER.read(page)
            retrieved_at = clock()
        elif source.type == "RESOURCE" and (found := resource(source.value)) is not None:
            title, text = found
        title, text = clean(title), clean(text)
        if len(text) > MAX_TEXT:
            raise SourceError("too_large", _too_long(source.type, len(text)))
        if not any(character.isalnum() for character in text):
            raise SourceError("no_text", _NOTHING_TO_READ[source.type])
    except SourceError as error:
        error.value = source.value
        raise
    return SourceText(
        index=index,
        type=source.type,
        value=clean(source.value),
        title=title,
        text=text,
        language=language,
        retrieved_at=retrieved_at,
    )


def _too_long(kind: str, length: int) -> str:
    what = "resource" if kind == "RESOURCE" else "text"
    return (
        f"The {what} has {length:,} characters, and at most {MAX_TEXT:,} are read. "
        "Keep the part that matters, or make several sources of it."
    )


_NOTHING_TO_READ = {
    "TEXT": "The text holds no words. Paste a few sentences about the buyer or the market.",
    "URL": "The page holds no words. Paste its text instead.",
    "RESOURCE": "The resource holds no words. Name another, or paste the text instead.",
}
