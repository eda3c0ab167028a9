"""LibreOffice as the other side uses it: it opens a Word file, changes it with or without tracking, and saves it again.

In: Word files, and what to do in each, as lines of Basic. Out: the files as LibreOffice saved them, all in one run of it.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Hand"/></library:library>"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Hand" script:language="StarBasic">{}</script:module>"""
COMMON = """
Function Prop(name, value)
  Dim p As New com.sun.star.beans.PropertyValue
  p.Name = name
  p.Value = value
  Prop = p
End Function
Function Found(doc, words)
  Dim s
  s = doc.createSearchDescriptor()
  s.SearchString = words
  Found = doc.findFirst(s)
End Function
Sub Reword(doc, words, other)
  Dim r
  r = Found(doc, words)
  r.setString(other)
End Sub
Sub Divide(doc, words)
  Dim r
  r = Found(doc, words)
  r.getText().insertControlCharacter(r.getStart(), com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
End Sub
Sub WriteAfter(doc, words, other)
  Dim r, c
  r = Found(doc, words)
  c = r.getText().createTextCursorByRange(r)
  c.gotoEndOfParagraph(False)
  r.getText().insertControlCharacter(c, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  c.getText().insertString(c, other, False)
End Sub
Sub TakeOut(doc, words)
  Dim r, c
  r = Found(doc, words)
  c = r.getText().createTextCursorByRange(r)
  c.gotoStartOfParagraph(False)
  c.gotoNextParagraph(True)
  c.setString("")
End Sub
Sub Remark(doc, words, said)
  Dim r, a
  r = Found(doc, words)
  a = doc.createInstance("com.sun.star.text.textfield.Annotation")
  a.Author = "Nadia Khan"
  a.Content = said
  r.getText().insertTextContent(r, a, True)
End Sub
Sub DropRow(doc, words)
  Dim r, t
  r = Found(doc, words)
  t = r.TextTable
  t.getRows().removeByIndex(CInt(Mid(r.Cell.CellName, 2)) - 1, 1)
End Sub
"""


def as_libreoffice_saves(files: Mapping[str, tuple[bytes, str]], folder: Path) -> dict[str, bytes]:
    """Return each file after some lines of Basic, in which `doc` is the document; the names serve as names of files."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    standard = folder / "profile" / "user" / "basic" / "Standard"
    (standard / "script.xlb").write_text(LIBRARY)
    lines = [COMMON, "Sub Main", "Dim doc"]
    for name, (data, what) in files.items():
        (folder / f"{name}.docx").write_bytes(data)
        given, saved = (f"{(folder / f'{name}{tail}.docx').as_uri()}" for tail in ("", "-saved"))
        lines += [f'doc = StarDesktop.loadComponentFromURL("{given}", "_blank", 0, Array(Prop("Hidden", True)))', what]
        lines += [f'doc.storeToURL("{saved}", Array(Prop("FilterName", "MS Word 2007 XML")))', "doc.close(True)"]
    lines += ["StarDesktop.terminate()", "End Sub"]
    source = "\n".join(lines).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    (standard / "Hand.xba").write_text(MODULE.format(source), encoding="utf-8")
    subprocess.run([*command, "macro:///Standard.Hand.Main"], check=True, capture_output=True, timeout=240)
    return {name: (folder / f"{name}-saved.docx").read_bytes() for name in files}
