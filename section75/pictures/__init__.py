"""Pictures as SVG: a tree of bodies, a timeline, groups of things.

In: plain data. Out: SVG strings whose unit is the point, 451 wide, the same for the same data.
No words of a document stand here: what is written in a picture stands in the table beside it.
"""
