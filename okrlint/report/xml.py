"""What both XML formats need."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from okrlint.report.safe import without_commands


def to_xml(root: ET.Element) -> str:
    """An indented document with its declaration."""
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    body = without_commands(body, lambda char: f"&#{ord(char)};")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'
