"""What differs between two documents, and a document that shows it.

In: two Documents, older and newer. Out: `Pairs` (which block was which), `Change`s with their summary, and the redline, a Document
again, which `settle` turns into either of the two.

Read in this order: `atoms` (words cut), `entries` and `siblings` (who is who), `pairs`, `words` and `redline` (what differs, marked),
`settling`; then `changes`, `summary`, `sides`, `excerpts` and `showing`, which tell it to people. Signed texts have numbers that do not
move: `lettering`, `frozen` and `conforming`. For deeds of variation, both of whose texts have them: `addresses`, `operation`, `operations`,
`applying`. For what came back changed on both sides: `merging`.
"""
