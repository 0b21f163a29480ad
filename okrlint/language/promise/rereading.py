"""Reads a statement again in the forms that a tagger of running text knows.

A stock tagger takes the first word of "Ship v2" for a name, because titles look like that. With
its first letter in lower case, and after "We will", most verbs are read as verbs; noun phrases
are read right without the "We will". Both readings are kept; `frame` decides between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

WILL = "We will "
_WORD = re.compile(r"[A-Za-z][\w'’-]*")


def plain_form(text: str, start: int = 0) -> str:
    """The text from `start` with its first word in lower case, unless it is a name or acronym."""
    core = text[start:]
    if _is_title(core):
        return _WORD.sub(lambda m: _lower(m.group()), core)
    match = _WORD.match(core)
    return _lower(match.group()) + core[match.end() :] if match else core


def tags_of(doc: Doc, shift: int) -> dict[int, str]:
    """The tags of a re-read text by offset, each moved by `shift` characters."""
    return {token.idx + shift: token.tag_ for token in doc if token.idx + shift >= 0}


def reread(nlp: Language, texts: Sequence[str]) -> Iterator[Doc]:
    """Tag texts with the stock components of a pipeline, without okrlint's own."""
    own = [name for name in nlp.pipe_names if name.startswith("okr_")]
    yield from nlp.pipe(texts, disable=own)


def _lower(word: str) -> str:
    return word[0].lower() + word[1:] if word[1:].islower() or len(word) == 1 else word


def _is_title(core: str) -> bool:
    long = [w for w in _WORD.findall(core) if len(w) > 3]
    return len(long) > 3 and all(w[0].isupper() for w in long)
