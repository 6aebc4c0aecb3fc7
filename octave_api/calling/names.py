"""
The names that both clients have for what is kept: `client.personas`, `client.library`, ….

What stands behind a name is imported when it is first used, so that a client that only
generates stays light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from octave_api.calling.library import Collection, LibraryCalls, Runner
    from octave_api.calling.library_async import (
        AsyncCollection,
        AsyncLibraryCalls,
        AsyncRunner,
    )
    from octave_api.contract import Persona, Segment
    from octave_api.contract.entities import PersonaPage, SegmentPage
    from octave_api.contract.items import (
        BrandVoice,
        BrandVoicePage,
        Playbook,
        PlaybookPage,
        Product,
        ProductPage,
        Resource,
        ResourcePage,
    )


class LibraryNames:
    """The names of the blocking client."""

    _run: Runner

    @property
    def personas(self) -> Collection[Persona, PersonaPage]:
        """Personas: list, get, create, update, delete."""
        from octave_api.calling.library import Collection
        from octave_api.contract import Persona
        from octave_api.contract.entities import PersonaPage

        return Collection(self._run, "/api/v2/persona", Persona, PersonaPage)

    @property
    def segments(self) -> Collection[Segment, SegmentPage]:
        """Segments: list, get, create, update, delete."""
        from octave_api.calling.library import Collection
        from octave_api.contract import Segment
        from octave_api.contract.entities import SegmentPage

        return Collection(self._run, "/api/v2/segment", Segment, SegmentPage)

    @property
    def products(self) -> Collection[Product, ProductPage]:
        """Offerings: list, get, create, update, delete."""
        from octave_api.calling.library import Collection
        from octave_api.contract.items import Product, ProductPage

        return Collection(self._run, "/api/v2/product", Product, ProductPage)

    @property
    def brand_voices(self) -> Collection[BrandVoice, BrandVoicePage]:
        """Brand voices: list, get, create, update, delete."""
        from octave_api.calling.library import Collection
        from octave_api.contract.items import BrandVoice, BrandVoicePage

        return Collection(self._run, "/api/v2/brand-voice", BrandVoice, BrandVoicePage)

    @property
    def playbooks(self) -> Collection[Playbook, PlaybookPage]:
        """Playbooks: list, get, create, update, delete."""
        from octave_api.calling.library import Collection
        from octave_api.contract.items import Playbook, PlaybookPage

        return Collection(self._run, "/api/v2/playbook", Playbook, PlaybookPage)

    @property
    def resources(self) -> Collection[Resource, ResourcePage]:
        """Texts for RESOURCE sources: list, get, create (`mode="text"`), update, delete."""
        from octave_api.calling.library import Collection
        from octave_api.contract.items import Resource, ResourcePage

        return Collection(self._run, "/api/v2/resource", Resource, ResourcePage)

    @property
    def library(self) -> LibraryCalls:
        """Search, versions, edits, tags, undo, import."""
        from octave_api.calling.library import LibraryCalls

        return LibraryCalls(self._run)


class AsyncLibraryNames:
    """The names of the async client."""

    _run: AsyncRunner

    @property
    def personas(self) -> AsyncCollection[Persona, PersonaPage]:
        """As `OctaveClient.personas`."""
        from octave_api.calling.library_async import AsyncCollection
        from octave_api.contract import Persona
        from octave_api.contract.entities import PersonaPage

        return AsyncCollection(self._run, "/api/v2/persona", Persona, PersonaPage)

    @property
    def segments(self) -> AsyncCollection[Segment, SegmentPage]:
        """As `OctaveClient.segments`."""
        from octave_api.calling.library_async import AsyncCollection
        from octave_api.contract import Segment
        from octave_api.contract.entities import SegmentPage

        return AsyncCollection(self._run, "/api/v2/segment", Segment, SegmentPage)

    @property
    def products(self) -> AsyncCollection[Product, ProductPage]:
        """As `OctaveClient.products`."""
        from octave_api.calling.library_async import AsyncCollection
        from octave_api.contract.items import Product, ProductPage

        return AsyncCollection(self._run, "/api/v2/product", Product, ProductPage)

    @property
    def brand_voices(self) -> AsyncCollection[BrandVoice, BrandVoicePage]:
        """As `OctaveClient.brand_voices`."""
        from octave_api.calling.library_async import AsyncCollection
        from octave_api.contract.items import BrandVoice, BrandVoicePage

        return AsyncCollection(self._run, "/api/v2/brand-voice", BrandVoice, BrandVoicePage)

    @property
    def playbooks(self) -> AsyncCollection[Playbook, PlaybookPage]:
        """As `OctaveClient.playbooks`."""
        from octave_api.calling.library_async import AsyncCollection
        from octave_api.contract.items import Playbook, PlaybookPage

        return AsyncCollection(self._run, "/api/v2/playbook", Playbook, PlaybookPage)

    @property
    def resources(self) -> AsyncCollection[Resource, ResourcePage]:
        """As `OctaveClient.resources`."""
        from octave_api.calling.library_async import AsyncCollection
        from octave_api.contract.items import Resource, ResourcePage

        return AsyncCollection(self._run, "/api/v2/resource", Resource, ResourcePage)

    @property
    def library(self) -> AsyncLibraryCalls:
        """As `OctaveClient.library`."""
        from octave_api.calling.library_async import AsyncLibraryCalls

        return AsyncLibraryCalls(self._run)
