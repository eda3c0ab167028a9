"""A custom property of a Word file: what the file says of itself, and Word and others keep when they save it.

In: the bytes of a .docx file, a name and a value. Out: the same file with the property, its entries in the same order.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

from section75.writers.docx.package import repacked

if TYPE_CHECKING:
    from collections.abc import Mapping

SENT_TEXT: Final = "Section75Text"
"""The property that holds the fingerprint (SHA-256) of the text that a file was made from when it was sent."""
SOURCE: Final = "Section75Source"
"""The property that says from which paper of which agreement a file was built."""
PART: Final = "docProps/custom.xml"
KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
TYPES, RELATIONS = "[Content_Types].xml", "_rels/.rels"
OF_USERS: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users define, by the name that the format gives it."""


def with_property(data: bytes, name: str, value: str) -> bytes:
    """Return the file with a custom property, in place of an older one of that name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    if PART not in parts:
        parts[PART] = f'<Properties xmlns="{KIND}"/>'.encode()
        parts[TYPES] = _added(parts[TYPES], "Override", {"PartName": f"/{PART}", "ContentType": TYPE})
        parts[RELATIONS] = _added(parts[RELATIONS], "Relationship", {"Id": "s75custom", "Type": RELATION, "Target": PART})
    parts[PART] = _stated(parts[PART], name, value)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for one, part in parts.items():
            archive.writestr(one, part)
    return repacked(written.getvalue())


def _added(xml: bytes, tag: str, attributes: Mapping[str, str]) -> bytes:
    root = etree.fromstring(xml)
    etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{tag}", dict(attributes))
    return _written(root)


def _stated(xml: bytes, name: str, value: str) -> bytes:
    root = etree.fromstring(xml)
    for one in [one for one in root if one.get("name") == name]:
        root.remove(one)
    numbers = [int(one.get("pid", "1")) for one in root]
    about = {"fmtid": OF_USERS, "pid": str(max([1, *numbers]) + 1), "name": name}
    held = etree.SubElement(root, f"{{{KIND}}}property", about)
    etree.SubElement(held, f"{{{VALUES}}}lpwstr", nsmap={"vt": VALUES}).text = value
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
