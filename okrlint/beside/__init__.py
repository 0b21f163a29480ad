"""What stands beside a statement: columns, sub-bullets and tails as fields.

Takes and gives plain text and offsets; knows neither Markdown nor spaCy.
"""

from okrlint.beside.change import Found, split_change
from okrlint.beside.closed import find_closed
from okrlint.beside.columns import Column, name_columns
from okrlint.beside.fronts import Front, split_front
from okrlint.beside.lines import fields_in_line
from okrlint.beside.names import STAGES, also_named, name_of, remembered
from okrlint.beside.pieces import read_piece
from okrlint.beside.place import Time, read_in_place, texts_beside, whens_beside
from okrlint.beside.tails import LONGEST, MOST, Tail, at_end, find_tail, split_tail
from okrlint.beside.values import is_blank

__all__ = [
    "LONGEST",
    "MOST",
    "STAGES",
    "Column",
    "Found",
    "Front",
    "Tail",
    "Time",
    "also_named",
    "at_end",
    "fields_in_line",
    "find_closed",
    "find_tail",
    "is_blank",
    "name_columns",
    "name_of",
    "read_in_place",
    "read_piece",
    "remembered",
    "split_change",
    "split_front",
    "split_tail",
    "texts_beside",
    "whens_beside",
]
