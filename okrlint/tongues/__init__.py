"""Other languages: what OKRs, columns, months and numbers are called there, a data file each.

A document in a language with a pack is read through a gloss: the source with those words put into
English, on the same lines. So one reading serves all languages; then every text and place is put
back. Nothing here judges words, and an English document never loads a pack.
"""

from __future__ import annotations

from collections.abc import Iterable

from okrlint.language.tongue import find_language
from okrlint.model import Prose
from okrlint.tongues import gloss
from okrlint.tongues.gloss import Gloss, make_gloss
from okrlint.tongues.pack import languages, load_pack
from okrlint.tongues.restore import restore_document
from okrlint.tongues.settle import restore_reading, without_judgement

__all__ = [
    "Gloss",
    "gloss_document",
    "gloss_prose",
    "languages",
    "restore_document",
    "restore_reading",
    "without_judgement",
]


def gloss_document(source: str, path: str = "", keep: Iterable[str] = ()) -> Gloss | None:
    """The gloss of a whole document; None when it is in English or in a language without a pack.

    `path` may tell that it is about OKRs; `keep`: words that stay, as the team has its own meaning
    for them.
    """
    language = find_language(source)
    if not language or language not in languages():
        return None
    return make_gloss(source, load_pack(language), path, frozenset(map(str.lower, keep)))


def gloss_prose(prose: Prose, language: str) -> tuple[Prose, Gloss]:
    """A statement or value through its gloss, at the same place, with the way back.

    Raises KeyError for a language without a pack.
    """
    return gloss.gloss_prose(prose, load_pack(language))
