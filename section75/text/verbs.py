"""The verbs of recommendations, as they follow their stem.

In: a verb as the facts give it, *Agree*, and a mood. Out: the verb in that mood. Only verbs that recommendations use are known.
"""

from __future__ import annotations

from typing import Final

ACTIVE: Final = {"Give": "gave", "Set": "set"}
PASSIVE: Final = {**ACTIVE, "Give": "given"}


def conjugated(verb: str, mood: str) -> str:
    """Return the verb after *is recommended to* (infinitive), after *That the Cabinet* (third person), or in the record (active, passive).

    >>> [conjugated(verb, "third person") for verb in ("Agree", "Authorise", "Reverse")]
    ['Agrees', 'Authorises', 'Reverses']
    >>> [conjugated(verb, "active") for verb in ("Agree", "Comment", "Set", "Give")]
    ['agreed', 'commented', 'set', 'gave']
    >>> [conjugated(verb, "passive") for verb in ("Approve", "Extend", "Give")]
    ['approved', 'extended', 'given']
    >>> conjugated("Note", "infinitive")
    'Note'
    """
    match mood:
        case "third person":
            return f"{verb}s"
        case "active":
            return ACTIVE.get(verb) or _regular(verb)
        case "passive":
            return PASSIVE.get(verb) or _regular(verb)
    return verb


def _regular(verb: str) -> str:
    return f"{verb}d".lower() if verb.endswith("e") else f"{verb}ed".lower()
