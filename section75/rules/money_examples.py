"""A short example for rules of money: two pooled funds, with different hosts, that each pay for one service.

In: nothing. Out: YAML for `PASSES` and `FAILS`. The totals are those of Rotherham in 2015/16: £13.245m, £10.071m and £23.316m.
"""

from __future__ import annotations

from typing import Final

ROTHERHAM: Final = """\
agreement:
  funds:
    first: {name: First Pool, kind: pooled, host: icb}
    second: {name: Second Pool, kind: pooled, host: council}
  schemes:
    home: {name: Home Service, fund: first, lead: council}
    away: {name: Away Service, fund: second, lead: council}
  contributions:
    2015/16:
      home: {icb: 13000000, council: 245000}
      away: {council: 10071000}
"""
