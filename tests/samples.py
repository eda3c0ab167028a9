"""Sample documents that together hold every kind of block, for the tests of writers.

In: nothing. Out: the documents, numbered, and the houses they are written in.
"""

from __future__ import annotations

from building import HOSTILE, HOUSE, LANCASHIRE
from sample_agreement import AGREEMENT
from sample_report import LANCASHIRE_REPORT, REDLINE, REPORT

__all__ = ["AGREEMENT", "HOSTILE", "HOUSE", "LANCASHIRE", "LANCASHIRE_REPORT", "REDLINE", "REPORT", "WRITTEN"]

WRITTEN = ((AGREEMENT, HOUSE), (REPORT, HOUSE), (LANCASHIRE_REPORT, LANCASHIRE), (REDLINE, HOUSE))
"""Every sample with the house it is written in."""
