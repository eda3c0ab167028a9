"""Rules of money: the arithmetic of the financial framework, a rule a file; with them the table of what holds each check.

In: the facts of a partnership, or a finished paper. Out: `Problem`s. Where a check is made already when facts are read, or follows from how
a sum is worked out, the table names the module that does it and no rule doubles it.

| check | found in | held by |
|---|---|---|
| 1. rows, columns and stated totals agree | Rotherham, Bracknell | `stated-totals`, `table-rows`, `sums`; section75.facts.year_accounts |
| 2. shares make the whole | | section75.facts.shares, section75.facts.money; `printed-shares` |
| 3. a contribution over its fund is the share printed | North Tyneside | section75.facts.year_accounts; `share-of-fund` |
| 4. instalments make the year, the last with the odd pence | twelve, four or one in use | section75.facts.payment_calendar; `instalments` |
| 5. the year before, with the rate, is the year | North Tyneside | `uplift` |
| 6. an addition is split as agreed | Dorset | `uplift-split` |
| 7. a year’s value times the years is the contract’s | Cambridgeshire, Peterborough | `contract-value`, `years-of-money` |
| 8. what is paid in is not below the published minimum | Hillingdon | `nhs-minimum` |
| 9. an overspend is borne, to the penny | Rotherham | section75.facts.forecast; `steps-end` |
| 10. an underspend is used, to the penny | Rotherham | section75.facts.forecast; `steps-end` |
| 11. a reserve is within its fund, and closes as it must | Rotherham | `reserve-within-fund`; section75.facts.figure_parts |
| 12. sums are all gross or all net of charges | both ways in use | `gross-or-net` |
| 13. money of one year counts only where the rule says so | the dowry rule | section75.facts.forecast; `non-recurrent-base` |
| 14. part of a year is a part by the day | the dowry rule | section75.facts.line_checks, section75.facts.dowries; `part-year` |
| 15. a virement is within its limit | limits for the year in use | `virements`; section75.facts.figures_fit |
| 16. dates lie where they must | framework agreements | `payment-dates`, `scheme-dates`, `review-before-end`, `extension-permitted` |
| 17. the same money is not in two pools | Rotherham | `counted-twice` |

Besides these `figures-in-prose` finds an amount that somebody typed and that contradicts the facts: one fact is one figure in every paper.
"""
