"""Word fields: text that Word can work out again, printed with the text that it would find.

In: an instruction and the runs that show its result. Out: runs of a complex field.
"""

from __future__ import annotations

from section75.writers.docx.xml import run, text


def begin(instruction: str, properties: str = "", *, deleted: bool = False) -> str:
    """Return the runs that open a field, up to where its result begins."""
    element = "w:delInstrText" if deleted else "w:instrText"
    code = f'<{element} xml:space="preserve"> {instruction} </{element}>'
    return f"{_character('begin', properties)}{run(code, properties)}{_character('separate', properties)}"


def end(properties: str = "") -> str:
    """Return the run that closes a field."""
    return _character("end", properties)


def field(instruction: str, words: str, properties: str = "", *, deleted: bool = False) -> str:
    """Return a whole field that shows the words."""
    shown = run(text(words, deleted=deleted), properties)
    return f"{begin(instruction, properties, deleted=deleted)}{shown}{end(properties)}"


def _character(kind: str, properties: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>', properties)
