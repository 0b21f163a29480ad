"""Whether a file holds a report of okrlint, which a new report may take the place of."""

from __future__ import annotations

import re

_BEGINNINGS = (
    r"\s*\Z",  # nothing found, or nothing written yet
    r"[^\n]+: (?:error|warning|note): ",  # text, concise
    r"[^\n]+\n  [^\n]+?  (?:error|warning|note) ",  # grouped
    r"::(?:error|warning|notice) file=",  # github
    r"okrlint: no findings\.\n|### okrlint: \d+ finding",  # markdown
    r"\[\]\s*\Z",  # json and gitlab without findings
    r'(?:\[\s*)?\{\s*"path": ?"[^\n]*?,\s*"rule": ?"',  # json, json-lines
    r'\[\s*\{\s*"description": "[^\n]*,\s*"check_name": "',  # gitlab
    r'\{\s*"\$schema": "[^"]*sarif[^"]*",[^{}]*\{\s*"tool": \{\s*"driver": \{\s*"name": "okrlint"',
    r'\{\s*"source": \{\s*"name": "okrlint"',  # rdjson
    r'<\?xml[^>]*>\s*<testsuites name="okrlint"',
    r"<\?xml[^>]*>\s*<checkstyle [^>]*/>\s*\Z",  # nothing found
    r'<\?xml[^>]*>\s*<checkstyle [^>]*>\s*<file [^>]*>\s*<error [^>]*source="okrlint\.',
    r"<!DOCTYPE html>\s*<html.{,1500}?<title>OKR report</title>",  # `okrlint report`
    r'\{\s*"version": \d+,\s*"met": \d+,\s*"asked": \d+,',  # and its numbers
)
_REPORT = re.compile("|".join(_BEGINNINGS), re.DOTALL)
MOST = 16 * 1024
"""Bytes that are enough to tell."""


def is_report(head: bytes) -> bool:
    """Whether the first bytes of a file, MOST of them, are those of a report in any format."""
    return _REPORT.match(head.decode("utf-8", "replace")) is not None
