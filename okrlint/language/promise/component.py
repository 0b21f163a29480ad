"""The spaCy component `okr_promise`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from okrlint.language.promise.core import find_core
from okrlint.language.promise.evidence import find_evidence
from okrlint.language.promise.frame import Frame, find_frame
from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.promise.rereading import WILL, plain_form, reread, tags_of
from okrlint.language.promise.sign import Sign
from okrlint.language.promise.signs import find_signs
from okrlint.language.promise.weigh import load_weights, weigh
from okrlint.language.promise.word import find_words
from okrlint.reading import Quantity, When

EXTENSIONS = {"okr_promise": None, "okr_confidence": 0.0, "okr_evidence": ()}
"""What the component sets on a Doc: a Promise, its confidence 0 to 1, and Evidence."""


class OkrPromise:
    """Judges what a statement promises.

    Reads the tags of the pipeline, and `doc._.okr_quantities` and `doc._.okr_whens`, so it stands
    after `okr_dates` and `okr_quantities`.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.lexicon = load_lexicon()
        self.weights = load_weights()

    def __call__(self, doc: Doc) -> Doc:
        """Judge one statement."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Judge docs in batches, so that their second readings are tagged together."""
        docs_left = iter(stream)
        while docs := list(islice(docs_left, batch_size)):
            for doc, signs in zip(docs, self.signs(docs), strict=True):
                verdict = weigh(signs, self.weights)
                doc._.okr_promise = verdict.promise
                doc._.okr_confidence = verdict.confidence
                doc._.okr_evidence = find_evidence(verdict)
                yield doc

    def signs(self, docs: Sequence[Doc]) -> list[tuple[Sign, ...]]:
        """The signs of statements whose quantities and dates were found before."""
        frames = self.frames(docs)
        return [find_signs(f, *_found_before(doc)) for doc, f in zip(docs, frames, strict=True)]

    def frames(self, docs: Sequence[Doc]) -> list[Frame]:
        """The bones of each statement, from two more readings of it."""
        starts = [self._core_start(doc) for doc in docs]
        plain = [plain_form(doc.text, start) for doc, start in zip(docs, starts, strict=True)]
        first = reread(self.nlp, plain)
        second = reread(self.nlp, [WILL + text for text in plain])
        frames: list[Frame] = []
        for doc, start, low, will in zip(docs, starts, first, second, strict=True):
            tags = {**tags_of(doc, 0), **tags_of(low, start)}
            after_will = tags_of(will, start - len(WILL))
            words = find_words(doc, tags, after_will, self.lexicon, *_found_before(doc))
            frames.append(find_frame(words, doc.text))
        return frames

    def _core_start(self, doc: Doc) -> int:
        words = find_words(doc, tags_of(doc, 0), {}, self.lexicon, *_found_before(doc))
        core = find_core(words, doc.text)
        return words[core].start if core < len(words) else 0


def _found_before(doc: Doc) -> tuple[tuple[Quantity, ...], tuple[When, ...]]:
    quantities = doc._.okr_quantities if Doc.has_extension("okr_quantities") else ()
    whens = doc._.okr_whens if Doc.has_extension("okr_whens") else ()
    return quantities, whens


@Language.factory(  # pyright: ignore[reportUntypedFunctionDecorator]
    "okr_promise",
    assigns=[f"doc._.{name}" for name in EXTENSIONS],
    requires=["token.tag", "doc._.okr_quantities", "doc._.okr_whens"],
)
def make_promise(nlp: Language, name: str) -> OkrPromise:  # noqa: ARG001  (spaCy passes the name)
    """Make the component; registers what it sets on a Doc."""
    for extension, default in EXTENSIONS.items():
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=default)
    return OkrPromise(nlp)
