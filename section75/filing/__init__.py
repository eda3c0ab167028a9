"""Filing: files written whole, what was made before and is kept, and what it was made from.

In: bytes and paths. Out: files in their place; what is kept, found by the content of what it was made from.
"""
