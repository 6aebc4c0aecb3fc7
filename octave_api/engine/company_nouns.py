"""
Nouns for companies in the plural: employers, and what a group of customers is called.
"""

from __future__ import annotations

import re

COMPANY_NOUNS = (
    r"(?:companies|organi[sz]ations|businesses|firms|startups|start-ups|agencies|brands|"
    r"manufacturers|makers|producers|retailers|providers|enterprises|vendors|operators|banks|"
    r"insurers|lenders|shops|stores|merchants|hospitals|schools|contractors|distributors|"
    r"wholesalers|suppliers|carriers|forwarders|clinics|practices|cities|counties|municipalities|"
    r"authorities|councils|administrations|ministries|charities|nonprofits|universities|colleges|"
    r"institutions|associations|unions|utilities|airlines|centres|centers|chains|groups|plants|"
    r"factories|builders|dealers|dealerships|labs|laboratories|studios|restaurants|hotels|farms|breweries|wineries|"
    r"publishers|brokers|pharmacies|gyms|salons|"
    r"nurseries|casinos|museums|theatres|theaters|galleries|libraries|laundries|mills|mines|dairies|"
    r"offices|platforms|marketplaces|consultancies|foundations|trusts|clubs|parks|cafes|cafés|airports|venues|resorts|spas|franchises|MSPs|VARs|ISVs)\b"
)
"""A pattern for one of them; it ends at the word's end."""

_OF_FIRMS = re.compile(
    r"(?i)(?:every|each|most|many|some|all|any) (?:[\w-]+,? (?:and |or )?){0,6}?"
    rf"(?:{COMPANY_NOUNS})\b"
)


def told_of_firms(text: str) -> bool:
    """Tell whether a sentence says what every, most or some companies do."""
    return _OF_FIRMS.match(text) is not None
