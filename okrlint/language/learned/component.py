"""The spaCy component `okr_reader`: sets `doc._.okr_judgement`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from okrlint.language.attributes import add_attributes
from okrlint.language.learned.model import load_model


class OkrReader:
    """Judges whole documents, one statement each."""

    def __init__(self) -> None:
        self._model = load_model()

    def __call__(self, doc: Doc) -> Doc:
        """Judge one statement."""
        doc._.okr_judgement = self._model.predict([doc.text])[0]
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Judge many statements, `batch_size` at a time."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            for doc, judgement in zip(
                batch, self._model.predict([d.text for d in batch]), strict=True
            ):
                doc._.okr_judgement = judgement
                yield doc


@Language.factory(  # pyright: ignore[reportUntypedFunctionDecorator]
    "okr_reader", assigns=["doc._.okr_judgement"]
)
def make_okr_reader(nlp: Language, name: str) -> OkrReader:  # noqa: ARG001 (spaCy's signature)
    """Make the component, as `nlp.add_pipe("okr_reader")` does."""
    add_attributes({"okr_judgement": None})
    return OkrReader()
