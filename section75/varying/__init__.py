"""Deeds of variation and the texts they change: facts, texts and comparison put together.

In: a partnership. Out: the text that a deed changes (`signed`), its amendments as operations (`amending`) and back as facts (`stating`),
and the proof that they make the text they should (`proof`).
"""
