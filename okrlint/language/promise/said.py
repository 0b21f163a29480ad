"""The bones of a statement as plain data, for rules."""

from __future__ import annotations

from okrlint.language.promise.chunk import Chunk
from okrlint.language.promise.frame import Frame
from okrlint.predicate import Predicate


def find_predicate(frame: Frame) -> Predicate:
    """The form, the main verb, its subject and its object, as character offsets."""
    verb = None if frame.verb is None else frame.words[frame.verb]
    start, end = (verb.start, verb.end) if verb else (None, None)
    return Predicate(
        form=frame.form,
        lemma=(verb.verb.lemma if verb and verb.verb else verb.low if verb else ""),
        start=start,
        end=end,
        subject=_extent(frame, frame.subject),
        object=_extent(frame, frame.object),
    )


def _extent(frame: Frame, chunk: Chunk | None) -> tuple[int, int] | None:
    if chunk is None or chunk.start >= chunk.end:
        return None
    return frame.words[chunk.start].start, frame.words[chunk.end - 1].end
