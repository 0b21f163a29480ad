"""Blocks of Markdown -> the document's OKRs, by weighing evidence."""
