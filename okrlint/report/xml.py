"""What both XML formats need."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from okrlint.report.safe import without_commands


def to_xml(root: ET.Element) -> str:
    """An indented document with its declaration."""
    ET.indent(root)
    body = without_commands(ET.tostring(root, encoding="unicode"), "&#35;")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'
