"""
Rationales: what to look for to answer a question, by the kind of line that it came from.
"""

from __future__ import annotations

from collections.abc import Sequence

DUTY_SIGNS = (
    "The source names it as this role's own work. Look for {} in the profile or in job ads for "
    "the role.",
    "It tells this role from its neighbours. Their own words about {} in a profile, talk or post "
    "show it.",
    "Ask who does it if not this person. A job ad or team page that mentions {} settles it.",
)
PAIN_SIGNS = (
    "Who has this problem has a reason to talk. Signs: posts, reviews or job ads that mention {}.",
    "The source names it as a pain. Ask how it shows; listen for {} before you bring it up.",
    "Without it there is little reason to change. Recent hires or plans around {} point to it.",
)
AIM_SIGNS = (
    "A shared aim gives the talk a direction. Look for {} in plans, reports or interviews.",
    "Somebody who is measured on it will make time. Look for {} in goals or job ads.",
    "It tells what a result is worth. Company news that mentions {} shows where it stands.",
)
TRAIT_SIGNS = (
    "The source counts it among the marks of a fit. Look for {} in news, job ads or on their site.",
)
CONCERN_SIGNS = (
    "The source names it as a reason to hesitate: better known before the first demo than after. "
    "Ask what they turned down lately, and whether {} was why.",
    "Reviews and posts of theirs about tools they left tell whether {} weighs with them.",
)


def rationale(signs: Sequence[str], place: int, about: str | None) -> str:
    """Say what to look for; neighbouring questions do not all say it in the same words."""
    return signs[place % len(signs)].format(f"“{about}”" if about else "it")
