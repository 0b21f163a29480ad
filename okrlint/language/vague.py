"""The spaCy component `okr_vague`: undefined degrees and qualities on which the claim rests.

Sets `doc._.okr_vague`: the words, each with what is open about it. A number settles a claim:
"significantly more berths, from 20 to 40" is not vague. So does a placeholder, for
vagueness: what is missing there is the number, and `okr_quantities` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from okrlint.language.attributes import add_attributes
from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.words import load_kind, load_table
from okrlint.reading import Evidence, Measure

_SAYS = {
    "quality": "a quality without a test",
    "degree": "a degree without a number",
    "comparative": "a comparison with nothing to compare with",
    "feeling": "a feeling without a measure",
    "becoming": "a change without a degree",
    "strive": "an improvement without a measure",
    "change": "a change without an amount",
    "move": "a change without an amount",
    "state": "a quality without a measure",
    "predicate": "a quality without a test",
    "phrase": "a quality without a test",
}

PASSING = frozenset((_SAYS["quality"], _SAYS["comparative"]))
"""What is said of words that often only describe a thing in passing."""
_VERBS = ("strive", "change", "move", "feeling", "becoming")


@Language.factory(  # pyright: ignore[reportUntypedFunctionDecorator]
    "okr_vague", assigns=["doc._.okr_vague"], requires=["token.tag"]
)
def make_vague(nlp: Language, name: str) -> VagueFinder:
    """Make the component; it has no settings."""
    del nlp, name
    add_attributes({"okr_vague": ()})
    return VagueFinder()


class VagueFinder:
    """Finds the undefined degrees and qualities of a statement."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.okr_vague`."""
        doc._.okr_vague = tuple(find_vague(doc))
        return doc


def find_vague(doc: Doc) -> Iterator[Evidence]:
    """Yield the vague words in order; none when a number settles the claim."""
    quantities = doc._.okr_quantities if Doc.has_extension("okr_quantities") else ()
    whole = all(q.measure is Measure.ALL for q in quantities)
    if not whole:
        return
    questions = _question_start(doc)
    end = 0
    for start, stop, kind in sorted([*_find_phrases(doc), *_find_words(doc)]):
        if quantities and kind != "strive":
            continue  # "improve all templates" stays open, "all readable templates" does not
        if start >= end and start < questions:
            yield Evidence(start, stop, _SAYS[kind])
            end = stop


def _question_start(doc: Doc) -> int:
    """Where the question begins in "Find out why users prefer the old editor"; else the end."""
    first = doc[0].lower_ if len(doc) else ""
    if first in load_kind("vague-not", "investigate"):
        for token in doc:
            if token.tag_ in ("WRB", "WP", "WDT") or token.lower_ in (
                "whether",
                "if",
                "about",
                "on",
            ):
                return token.idx
    return len(doc.text)


def _find_phrases(doc: Doc) -> Iterator[tuple[int, int, str]]:
    phrases = sorted(load_kind("vague-words", "phrase"), key=lambda p: (-len(p), p))
    pattern = r"(?<![\w-])(?:" + "|".join(re.escape(p) for p in phrases) + r")(?![\w-])"
    for match in re.finditer(pattern, doc.text, re.IGNORECASE):
        yield match.start(), match.end(), "phrase"


def _find_words(doc: Doc) -> Iterator[tuple[int, int, str]]:
    for start, end in _words(doc):
        tokens = doc[start:end]
        kind = _kind(tokens.text.lower(), tokens[0])
        if (
            kind
            and not _is_name(tokens[0], tokens[-1])
            and _is_claimed(tokens[0], tokens[-1], kind)
        ):
            yield tokens.start_char, tokens.end_char, kind


def _words(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield whole words as token ranges, hyphenated ones as one."""
    start = 0
    while start < len(doc):
        end = start + 1
        while (
            end < len(doc)
            and not doc[end - 1].whitespace_
            and (doc[end].text in "-‑" or doc[end - 1].text in "-‑")
        ):
            end += 1
        if doc[start].text[:1].isalpha():
            yield start, end
        start = end


def _kind(word: str, token: Token) -> str:
    fields = load_table("vague-words").get(word)
    if fields == ("comparative",) and not token.i and _takes_object(token):
        return "change"  # "Lower our costs"
    if fields:
        return fields[0]
    form = load_lexicon().verb(word) if word == token.lower_ else None
    if form is not None:
        known = load_table("vague-words").get(form.lemma)
        if known and known[0] in _VERBS:
            return known[0]
    if word == token.lower_ and token.tag_ in ("JJR", "RBR") and word.endswith("er"):
        return "comparative"
    return ""


def _takes_object(token: Token) -> bool:
    """Whether a word that can be a verb has a verb's object behind it."""
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    verb = load_lexicon().verb(token.lower_)
    return verb is not None and follows is not None and follows.tag_ in ("DT", "PRP$", "PDT")


def _is_name(first: Token, last: Token) -> bool:
    """Whether the word is in a name or quoted: "Better Homes exhibition", "More Than Bread"."""
    doc = first.doc
    before = doc.text[: first.idx]
    if before.count('"') % 2 or before.count("`") % 2 or before.count("“") > before.count("”"):
        return True
    if not first.text[:1].isupper():
        return False
    lower = sum(t.text[:1].islower() for t in doc if len(t) > 3)
    follows = doc[last.i + 1] if last.i + 1 < len(doc) else None
    capital = follows is not None and follows.text[:1].isupper() and follows.is_alpha
    return capital and lower >= 1 and not (follows is not None and follows.text.isupper())


def _is_claimed(first: Token, last: Token, kind: str) -> bool:
    """Whether the claim rests on the word here."""
    doc = first.doc
    before = doc[first.i - 1].lower_ if first.i else ""
    follows = doc[last.i + 1] if last.i + 1 < len(doc) else None
    after = follows.lower_ if follows is not None else ""
    if before in load_kind("vague-not", "before") or after in load_kind("vague-not", "after"):
        return False
    if kind in _VERBS:
        return _is_main_verb(first, kind)
    if (
        first.i
        and first.i == last.i
        and first.tag_ in ("NN", "NNP", "NNS")
        and kind not in ("state", "comparative")
    ):
        return False
    if kind == "state":
        return (
            not _is_noun(follows) and not _is_own_work(doc) and before not in ("and", "on", "about")
        )
    if kind == "predicate" and (_is_noun(follows) or not first.i):
        return False
    if first.i == last.i and _is_other_word(first, follows):
        return False
    return not _is_presupposed(first, last)


def _is_other_word(token: Token, follows: Token | None) -> bool:
    """Whether an adjective's form is a verb or noun here: "clear the customs", "the trade fair"."""
    before = token.nbor(-1) if token.i else None
    opening = before is None or before.lower_ in ("and", ",", ";", ":", "&", "+", "or", "we")
    if opening and follows is not None:
        if follows.tag_ in ("DT", "PRP", "PRP$", "RP") or follows.lower_ in ("up", "out"):
            return True
        verb = load_lexicon().verb(token.lower_) is not None
        return verb and follows.tag_ in ("IN", "CD", "CC")
    if before is None or token.lower_ not in load_kind("vague-not", "noun"):
        return False
    return follows is None and before.i > 0 and before.nbor(-1).tag_ in ("DT", "NN", "NNP", "JJ")


def _is_noun(token: Token | None) -> bool:
    return token is not None and token.tag_ in ("NN", "NNS", "NNP", "NNPS")


def _is_own_work(doc: Doc) -> bool:
    form = load_lexicon().verb(doc[0].lower_)
    return form is not None and form.kind in ("make", "mend", "act", "find")


def _is_presupposed(first: Token, last: Token) -> bool:
    """Whether the words only say which thing is meant, or what a thing is for.

    "Delete the noisy alerts", "a banner for improved sales", "a paper on robust optimisation",
    "staff to run efficient tours is hired".
    """
    doc = first.doc
    follows = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if not _is_noun(follows) and not (
        follows is not None and follows.tag_ in ("JJ", "VBN", "HYPH")
    ):
        return False
    before = doc[first.i - 1] if first.i else None
    if before is None:
        return False
    if before.lower_ in ("the", "these", "those", "how", "which", "what"):
        return True
    if before.lower_ in ("for", "on", "about"):
        return True
    if before.tag_ in ("IN", "TO") and first.lower_ in load_kind("vague-not", "which"):
        return True
    return (
        before.tag_ == "VB"
        and before.i > 2
        and doc[before.i - 1].lower_ == "to"
        and (before.lower_ not in ("be", "make", "have", "get", "become", "keep"))
    )


def _is_main_verb(token: Token, kind: str) -> bool:
    """Whether a verb carries the claim: at the head, after "we will", or with people as subject."""
    doc = token.doc
    form = load_lexicon().verb(token.lower_)
    if kind in ("change", "move") and not _is_measured(token, kind):
        return False
    shape = form.form if form is not None else "base"
    before = doc[token.i - 1] if token.i else None
    follows = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if follows is None and kind in ("strive", "change", "move") and token.i == 0:
        return False
    means = next((t for t in doc[token.i + 1 :] if t.lower_ == "by"), None)
    by_doing = means is not None and means.i + 1 < len(doc) and doc[means.i + 1].tag_ == "VBG"
    if by_doing and kind in ("strive", "change", "move"):
        return False
    if token.lemma_ == "understand" and (before is None or not has_subject(token)):
        return False
    if before is None or before.text in (",", ";", ":", ".", ")", "&", "+"):
        return shape in ("base", "ing") or token.tag_ == "VB"
    if kind in ("feeling", "becoming"):
        return token.tag_.startswith("VB") and before.lower_ not in (
            "the",
            "a",
            "an",
            "would",
            "to",
        )
    if before.lower_ in ("and", "will", "must", "should", "then", "we", "or"):
        return shape in ("base", "s") and (follows is None or follows.tag_ != "IN")
    if before.lower_ == "to":
        return token.i <= 2
    return token.tag_ in ("VBZ", "VBP") and token.dep_ in ("ROOT", "conj") and kind == "strive"


def has_subject(token: Token) -> bool:
    """Whether a verb has somebody as its subject before it: "clients understand our invoices"."""
    return any(
        t.tag_ in ("NNS", "NNP", "PRP", "NN") for t in token.doc[: token.i]
    ) and token.tag_ in (
        "VBP",
        "VBZ",
        "VB",
    )


def _is_measured(token: Token, kind: str) -> bool:
    """Whether the object of a change is a measure or quality, no plain thing."""
    for ahead in token.doc[token.i + 1 : token.i + 8]:
        if ahead.tag_ in ("IN", "TO", "CC", ","):
            break
        if _is_noun(ahead) and not (ahead.i + 1 < len(token.doc) and _is_noun(ahead.nbor(1))):
            sort = load_lexicon().noun(ahead.lower_)
            return sort in ("measure", "quality") if kind == "move" else sort != "artefact"
    return kind == "change"
