"""What people do, said as the share of them who do it."""

from __future__ import annotations

import re
from itertools import pairwise

from okrlint.predicate import Form
from okrlint.reading import Promise, Reading
from okrlint.rewrite.bones import Bones
from okrlint.rewrite.edges import find_people
from okrlint.rewrite.lists import load_kind
from okrlint.rewrite.words import (
    Token,
    is_base_verb,
    is_order_verb,
    is_participle,
    is_people,
    is_plural,
    lower_first,
    split_words,
)

_ENABLING = frozenset(("enable", "allow", "help", "let", "encourage", "empower", "get", "teach"))
_WHAT = r"(?P<what>(?:(?:The|Our|the|our) (?:\w+ )?)?[\w.-]+(?: [A-Z][\w.-]*)?)"
_RUNS = re.compile(
    rf"{_WHAT} (?:runs?|works?) (?P<where>(?:on|in|offline|without)\b(?: [\w.-]+){{0,3}})$"
)
_SUPPORTS = re.compile(
    rf"{_WHAT} supports (?P<feature>(?!all |every |at )[\w.-]+(?: [\w.-]+){{0,3}})$"
)
_ABSTRACT = ("ity", "ness", "ance", "ence")
"""How nouns end that nobody uses: "continuity"."""
_SEEN = re.compile(r"see\b.* as |look forward to ")
"""How they think of something; what they see with their eyes is not asked for."""
_POINTING = ("them", "it", "this", "that", "they")
"""Words for what was said before: it is not said any more."""
_ADVERB = re.compile(r"\b\w+ly $")
_GOING_ON = ("and", "or", "without", "with", "from", "when", "even", "so", "not", "but")
_LONGEST = 16
"""Words about what people do; more is a story, not a key result."""


def say_enabled(bones: Bones) -> str | None:
    """What an order lets others do: "Enable nurses to see ..." -> nurses see it."""
    if bones.verb not in _ENABLING or bones.form is not Form.ORDER or bones.linked:
        return None
    tokens = split_words(bones.text, bones.start, bones.stop)
    return _say_doing(bones.text, tokens, 0, bare=True)


def say_beneficiaries(bones: Bones) -> str | None:
    """What the thing is there for people to do: "a way for nurses to see ..."."""
    if bones.verb == "make" and not bones.text.startswith(("it ", "sure "), bones.start):
        return None  # "Make it the way for nurses to ...": what it is about would be lost
    tokens = split_words(bones.text, bones.start, bones.stop)
    for index, token in enumerate(tokens[:-3]):
        after = tokens[index + 1].low
        if token.low == "for" or (token.low == "so" and after == "that"):
            said = _say_doing(
                bones.text, tokens, index + 1 + (token.low == "so"), bare=token.low == "so"
            )
            if said:
                return said
    return None


def say_people(reading: Reading, bones: Bones) -> str | None:
    """A clause about people as the share of them: "Nurses trust the plan"."""
    if bones.form is not Form.CLAUSE or reading.quantities:
        return None
    place = reading.predicate.subject if reading.predicate else None
    if place is None or bones.start != place[0]:
        return None
    adverb = _ADVERB.search(bones.text, 0, place[0])
    start = adverb.start() if adverb else place[0]
    words = split_words(bones.text, start, place[1])
    if any(word.is_a("article") for word in words[1:]):
        return None  # a clause of its own: "the days our guests stay"
    if not words or not is_people(words[-1].low) or any(not w.is_word for w in words):
        return None
    if _is_doing(words[0].low) or words[0].low in ("a", "an") or any(map(_is_few, words)):
        return None
    tokens = split_words(bones.text, place[1], bones.stop)
    first = tokens[0].low if tokens else ""
    if first.startswith("who") or first in ("that", "which") or _is_doing(first):
        return None  # what they do stands far behind, or nowhere: "guests coming twice"
    if _is_done_to(tokens) and (reading.promise is not Promise.OUTCOME or _is_ours(tokens)):
        return None
    rest = _shown(bones.text, tokens)
    first = lower_first(words[0].text) if start == 0 else words[0].text
    if first.casefold() in ("all", "every", "more", "people"):
        return None  # how many it is, or whose
    first = "" if first.casefold() in ("most", "the", "some") else first
    subject = " ".join([*filter(None, [first]), *(w.text for w in words[1:])])
    share = "" if words[-1].is_a("crowd") else "% of "
    rest = _as_asked(rest, tokens)
    return f"[number] {share}{subject} {rest}" if rest and subject else None


def _as_asked(rest: str, tokens: tuple[Token, ...]) -> str:
    """What people do; what only they can tell, as they say it; "" where no share is wanted."""
    if tokens and (tokens[0].is_a("felt") or _SEEN.match(rest) or _is_mood(tokens)):
        return "" if " and " in rest else f"say that they {rest}"
    return "" if any(token.is_a("unharmed") for token in tokens) else rest


def _is_mood(tokens: tuple[Token, ...]) -> bool:
    """Whether it is how they are, as only they can tell: "are well prepared for the storm"."""
    return tokens[0].is_a("being") and any(token.is_a("mood") for token in tokens[1:4])


def _is_few(word: Token) -> bool:
    """Whether it says how few they are: of "both", "two" or "no" skippers no share is wanted."""
    return word.is_a("fewer", "number") or word.low == "both" or word.text[0].isdigit()


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and is_participle(word)


def _is_done_to(tokens: tuple[Token, ...]) -> bool:
    return any(t.is_a("passive") and u.low.endswith("ed") for t, u in pairwise(tokens))


def _is_ours(tokens: tuple[Token, ...]) -> bool:
    """Whether what is done to people is somebody's work: "are greeted by", "are introduced to"."""
    return any(t.low.endswith("ed") and u.low in ("by", "to") for t, u in pairwise(tokens))


def _say_doing(text: str, tokens: tuple[Token, ...], at: int, *, bare: bool) -> str | None:
    """What people do who are named from an index on; `bare`: whether the verb may lack its "to"."""
    people, index = find_people(tokens, at)
    if not people or index >= len(tokens) - 1 or not (bare or tokens[index].low == "to"):
        return None
    while index < len(tokens) - 1 and (tokens[index].low == "to" or tokens[index].is_a("modal")):
        index += 1
    is_verb = is_base_verb if tokens[index - 1].low == "to" else is_order_verb
    if not is_verb(tokens[index].low):
        return None
    rest = _shown(text, tokens[index:], able=True)
    pointing = any(word in _POINTING for word in rest.casefold().split())
    return f"[number] % of {people} {rest}" if rest and not pointing else None


def _ends(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether another sentence begins: behind a mark, or behind a comma with a new subject."""
    if tokens[index].text == ",":
        after = tokens[index + 1 : index + 2]
        return after != () and (_begins_clause(tokens, index + 1) or after[0].low not in _GOING_ON)
    if _begins_clause(tokens, index) and any(
        t.is_a("being") for t in tokens[index + 2 : index + 5]
    ):
        return True
    glued = tokens[index + 1 : index + 2] and tokens[index + 1].start == tokens[index].end
    return tokens[index].text in ".;:(–—" and not (tokens[index].text == ":" and glued)  # "1:1s"


def _begins_clause(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether "and" and a new subject stand there, behind a comma or before "is"."""
    if [token.low for token in tokens[index : index + 1]] != ["and"]:
        return False
    first, second = (*(t.low for t in tokens[index + 1 : index + 3]), "", "")[:2]
    if first in load_kind("article"):
        return True
    return is_plural(first) and not is_base_verb(first) and is_base_verb(second)


def _shown(text: str, tokens: tuple[Token, ...], *, able: bool = False) -> str:
    """The words of what people do; "" where they are too many or another sentence begins.

    `able`: whether it is what they are to be able to do.
    """
    modal = tokens != () and tokens[0].is_a("modal")
    kept = tokens[1:] if modal else tokens
    if (
        (modal or able)
        and kept
        and (kept[0].is_a("unwanted") or any(t.is_a("condition") for t in kept))
    ):
        return ""  # who can do it without help need not do it: the share would be of the tries
    first = [token.low for token in kept[:2]]
    if any(token.is_a("unseen") for token in kept[:2]) or first == ["get", "to"]:
        return ""
    end = next((i for i in range(len(kept)) if _ends(kept, i)), len(kept))
    if not 1 < end <= _LONGEST or _is_list(kept, end):
        return ""
    while end > 1 and kept[end - 1].low in ("and", "or", "but"):
        end -= 1
    return re.sub(r"\s+", " ", text[kept[0].start : kept[end - 1].end]).rstrip(" ,.")


def _is_list(tokens: tuple[Token, ...], end: int) -> bool:
    """Whether a list is cut at an index: "plan their trips, dinners and visits"."""
    behind = [token.low for token in tokens[end + 1 :]]
    if tokens[end : end + 1] == () or tokens[end].text != "," or _begins_clause(tokens, end + 1):
        return False
    return "," in behind[:4] or (
        bool({"and", "or"} & set(behind[:4])) and not is_base_verb(behind[0])
    )


def say_running(bones: Bones) -> str | None:
    """A thing that runs somewhere, as used there: "The app runs on tablets"."""
    if bones.verb not in ("run", "work", "support") or bones.form not in (Form.CLAUSE, Form.STATE):
        return None
    text = bones.text[bones.start : bones.stop].rstrip(" .")
    match = _RUNS.match(text) or _SUPPORTS.match(text)
    if match is None or is_people(match["what"].split()[-1].casefold()):
        return None
    if match["feature" if "feature" in match.groupdict() else "where"].endswith(_ABSTRACT):
        return None  # nobody uses continuity
    first, *rest = match["what"].split(maxsplit=1)
    if not rest and lower_first(first) != first:
        return None  # "Search works offline": what of it?
    what = " ".join([first if bones.start else lower_first(first), *rest])
    said = match.groupdict()
    used = f"{said['feature']} in {what}" if "feature" in said else f"{what} {said['where']}"
    return f"[number] [people] use {used}"
