"""Findings of rules that are let stand: what `waive` may say, in the facts of any paper.

In: the ids of rules, each with the reason. Out: `Waivers`. A renewal never inherits them. Whether there are such rules is asked where rules
are known.
"""

from typing import Annotated

from section75.facts.base import Afresh, By, Line, Passage

Waivers = Annotated[By[Line, Passage], Afresh]
