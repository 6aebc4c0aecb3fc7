"""
JSON of every kind, right and wrong, as bodies and within fields: no answer of the server is a 5xx.

    python benchmarks/json_bodies.py FOLDER

FOLDER holds files named `y_….json` (JSON), `n_….json` (not JSON) and `i_….json` (either). Each is
posted to both generate calls as it is, and once more as the value of each field of an item. What
is not JSON must be refused with 4xx; nothing may be answered with 5xx, nor be echoed.
"""

from __future__ import annotations

import asyncio
import collections
import sys
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from octave_api.library import Library
from octave_api.server import create_app
from octave_api.service import Service

CALLS = {"personas": "/api/v2/persona/generate", "segments": "/api/v2/segment/generate"}
FIELDS = ("sources", "name", "primaryOfferingOId", "type", "value", "brandVoiceOId")


def bodies(raw: bytes, group: str) -> dict[str, bytes]:
    """Give the request bodies made of one file, by the place that it takes in them."""
    key = group.encode()
    made = {"body": raw, "group": b'{"%s":%s}' % (key, raw), "item": b'{"%s":[%s]}' % (key, raw)}
    for field in FIELDS:
        source = b'{"type":"TEXT","value":"Plant managers"}'
        if field in ("type", "value"):
            source = b'{"type":"TEXT","value":"Plant managers","%s":%s}' % (field.encode(), raw)
        own = b'"sources":[%s]' % source
        if field not in ("type", "value"):
            own = (
                own + b',"%s":%s' % (field.encode(), raw)
                if field != "sources"
                else b'"sources":' + raw
            )
        made[field] = b'{"%s":[{%s}]}' % (key, own)
    return made


async def main(folder: Path) -> int:
    """Post everything; 0 when each outcome is as it must be."""
    library = Library(":memory:")
    transport = httpx.ASGITransport(create_app(Service(library)))
    outcomes: collections.Counter[str] = collections.Counter()
    wrong = []
    files = sorted(folder.rglob("*.json"))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as http:
        for path in files:
            raw = path.read_bytes()
            for group, call in CALLS.items():
                for place, body in bodies(raw, group).items():
                    answer = await http.post(
                        call, content=body, headers={"content-type": "application/json"}
                    )
                    outcomes[f"{path.name[:2]} {answer.status_code}"] += 1
                    taken = path.name.startswith("n_") and answer.status_code < 400
                    if answer.status_code >= 500 or (taken and place == "body"):
                        wrong.append(f"{path.name} as {place}: {answer.status_code}")
    library.close()
    total = sum(outcomes.values())
    print(f"{len(files)} files, as they must be: {total - len(wrong)} of {total} requests")
    for outcome, count in sorted(outcomes.items()):
        print(f"  {outcome}: {count}")
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main(Path(sys.argv[1]))))
