"""The spaCy component `okr_promise`."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from okrlint.language.attributes import add_attributes, show_spans
from okrlint.language.promise.evidence import find_evidence
from okrlint.language.promise.facts import find_facts
from okrlint.language.promise.frame import Frame, find_frame
from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.promise.said import find_predicate
from okrlint.language.promise.settled import settle
from okrlint.language.promise.sign import Sign
from okrlint.language.promise.signs import find_signs
from okrlint.language.promise.weigh import Shares, load_weights, weigh
from okrlint.language.promise.word import find_words
from okrlint.language.together.promise import pool
from okrlint.reading import Promise, Quantity, When

EXTENSIONS = {"okr_promise": None, "okr_confidence": 0.0, "okr_evidence": (), "okr_predicate": None}
"""What the component sets on a Doc: a Promise, its confidence 0 to 1, Evidence, a Predicate."""

_SETTLED: dict[Promise, Shares] = {
    Promise.OUTCOME: (0.9, 0.05, 0.05),
    Promise.OUTPUT: (0.05, 0.9, 0.05),
}
"""How sure a promise is that is settled beforehand."""
DIGITS = 4
"""To how many digits a confidence is given: beyond, it depends on the batch it was read in."""


class OkrPromise:
    """Judges what a statement promises.

    Reads the tags of the pipeline, and `doc._.okr_quantities` and `doc._.okr_whens`, so it stands
    after `okr_dates` and `okr_quantities`. Where `okr_reader` stands before it, both decide.
    """

    def __init__(self, spans_key: str | None = None) -> None:
        self.spans_key = spans_key
        self.lexicon = load_lexicon()
        self.weights = load_weights()

    def __call__(self, doc: Doc) -> Doc:
        """Judge one statement."""
        frame = self.frame(doc)
        signs = find_signs(frame, *_found_before(doc))
        settled = settle(find_facts(frame, *_found_before(doc))) if frame.words else None
        pool = _fixed(_SETTLED[settled.promise]) if settled else _pool_with(doc)
        verdict = weigh(signs, self.weights, pool)
        doc._.okr_predicate = find_predicate(frame)
        doc._.okr_promise = verdict.promise
        doc._.okr_confidence = round(verdict.confidence, DIGITS)
        evidence = (settled.evidence,) if settled else find_evidence(verdict)
        doc._.okr_evidence = evidence
        label = verdict.promise.name
        show_spans(doc, self.spans_key, ((one.start, one.end, label) for one in evidence))
        return doc

    def signs(self, doc: Doc) -> tuple[Sign, ...]:
        """The signs of a statement whose quantities and dates were found before."""
        return find_signs(self.frame(doc), *_found_before(doc))

    def frame(self, doc: Doc) -> Frame:
        """The bones of a statement."""
        return find_frame(find_words(doc, self.lexicon, *_found_before(doc)), doc.text)


def _fixed(shares: Shares) -> Callable[[Shares], Shares]:
    """Shares that stand, whatever the signs say."""

    def pool(own: Shares) -> Shares:
        del own
        return shares

    return pool


def _pool_with(doc: Doc) -> Callable[[Shares], Shares] | None:
    """How the learned reader's opinion is taken in; None where it did not judge."""
    judgement = doc._.okr_judgement if Doc.has_extension("okr_judgement") else None
    if judgement is None:
        return None
    quantities, _ = _found_before(doc)
    return lambda own: pool(own, judgement.promise, quantities)


def _found_before(doc: Doc) -> tuple[tuple[Quantity, ...], tuple[When, ...]]:
    quantities = doc._.okr_quantities if Doc.has_extension("okr_quantities") else ()
    whens = doc._.okr_whens if Doc.has_extension("okr_whens") else ()
    return quantities, whens


@Language.factory(  # pyright: ignore[reportUntypedFunctionDecorator]
    "okr_promise",
    assigns=[*(f"doc._.{name}" for name in EXTENSIONS), "doc.spans"],
    requires=["token.tag", "doc._.okr_quantities", "doc._.okr_whens"],
    default_config={"spans_key": "okr_promise"},
)
def make_promise(nlp: Language, name: str, spans_key: str | None) -> OkrPromise:
    """Make the component; without a `spans_key` it makes no spans."""
    del nlp, name
    add_attributes(EXTENSIONS)
    return OkrPromise(spans_key)
