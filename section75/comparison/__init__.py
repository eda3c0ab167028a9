"""What differs between two documents, and a document that shows it.

In: two Documents, older and newer. Out: `Pairs` (which block was which), `Change`s, and the redline, a Document again,
which `settle` turns into either of the two. Read in this order: `atoms`, `entries`, `pairs`, `changes`, `redline`, `settling`.
"""
