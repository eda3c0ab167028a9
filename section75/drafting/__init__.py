"""Drafting: facts and texts become one Document; here the two meet, and nowhere else.

In: `Agreement`, `Report` or `EqualityAnalysis`, and the library. Out: a numbered Document with the origin of each of its texts.
The steps, one module each: `names` (what a text may use), `writing` (render and read one text), `shape` (headings become clauses and
schedules), `origins`, `punctuation`, `definitions`, `callers`, `assumptions`, `lexicon`; `agreement` and `report` put them in order.
"""
