"""What differs between two documents, and a document that shows it.

In: two Documents, older and newer. Out: `Pairs` (which block was which), `Change`s with their summary, and the redline, a Document
again, which `settle` turns into either of the two.

Read in this order: `atoms` (words cut), `entries` and `siblings` (who is who), `pairs`, `words` and `redline` (what differs, marked),
`settling`; then `changes`, `summary`, `sides`, `excerpts` and `showing`, which tell it to people.
"""
