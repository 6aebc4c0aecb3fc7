"""
Octave Explorer's API module: a text or a web page in, a buyer persona or a segment out.

    from octave_api import OctaveClient

    client = OctaveClient.embedded()
    answer = client.generate_personas([{"sources": [{"type": "TEXT", "value": "…"}]}])
    evidence = client.evidence(answer.data[0].oid)
"""

from octave_api.async_client import AsyncOctaveClient
from octave_api.calling.snippets import Preview
from octave_api.client import OctaveClient
from octave_api.contract import (
    Evidence,
    GenerateItem,
    LinkAll,
    LinkSpecific,
    Persona,
    PersonasResponse,
    Segment,
    SegmentsResponse,
    Source,
)
from octave_api.errors import (
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    FieldError,
    InvalidResponseError,
    LibraryError,
    NotFoundError,
    NotOfferedError,
    OctaveConnectionError,
    OctaveError,
    OctaveTimeoutError,
    PayloadTooLargeError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    SourceError,
    StatusError,
    UnprocessableError,
)

__version__ = "0.1.0"

__all__ = [
    "AsyncOctaveClient",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "Evidence",
    "FieldError",
    "GenerateItem",
    "InvalidResponseError",
    "LibraryError",
    "LinkAll",
    "LinkSpecific",
    "NotFoundError",
    "NotOfferedError",
    "OctaveClient",
    "OctaveConnectionError",
    "OctaveError",
    "OctaveTimeoutError",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "Persona",
    "PersonasResponse",
    "Preview",
    "RateLimitError",
    "Segment",
    "SegmentsResponse",
    "ServerError",
    "Source",
    "SourceError",
    "StatusError",
    "UnprocessableError",
    "__version__",
]
