"""What is done to a share of things, said as the share that it is done to."""

from __future__ import annotations

import re

from okrlint.predicate import Form
from okrlint.rewrite.bones import Bones
from okrlint.rewrite.forms import word_thing
from okrlint.rewrite.lists import load_marked, load_second
from okrlint.rewrite.manner import find_any
from okrlint.rewrite.named import is_cut
from okrlint.rewrite.words import is_base_verb

_SHARE = re.compile(r"(?:(\d[\d.]* ?%)|\[?[A-Za-z]{1,3}\]? ?%) of ")
_WHERE = re.compile(r" ?((?:in)?to ([\w'’-]+)(?: [\w'’-]+){0,6})$")
_COVERS = re.compile(r"cover(?:s|ed)? all (?:of )?((?:the |our )?(?:[\w-]+ ){0,3}[\w-]+s)$")


def say_share(bones: Bones) -> str | None:
    """How much of something: "Migrate X % of the files", "The guide covers all harbours"."""
    if bones.verb == "cover" and bones.form is Form.CLAUSE:
        covered = _COVERS.search(bones.text[: bones.stop].rstrip(" ."), bones.thing_stop)
        subject = bones.text[: bones.thing_stop].strip()
        return f"{subject} covers [number] % of {covered[1]}" if covered else None
    share = _SHARE.match(bones.text, bones.start, bones.stop)
    done = load_second("shares").get(bones.verb)
    if done is None or share is None or bones.form is not Form.ORDER:
        return None
    phrase = find_any(bones)
    if phrase is None or phrase.words.istitle() or is_cut(bones, phrase):
        return None
    where = _WHERE.match(bones.text[: bones.stop].rstrip(" ."), phrase.end)
    if where is not None and is_base_verb(where[2]):
        where = None  # what it is done for
    if where is None and bones.verb in load_marked("shares", "to"):
        return None  # nobody knows then where they go
    said = word_thing("share", "*", phrase, f"{done} {where[1]}" if where else done)
    return said.replace("[target]", share[1]) if said and share[1] else said
