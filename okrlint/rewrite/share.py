"""What is automated of many things, said as the share of them that is."""

from __future__ import annotations

import re

from okrlint.predicate import Form
from okrlint.rewrite.bones import Bones
from okrlint.rewrite.forms import word_thing
from okrlint.rewrite.manner import find_any
from okrlint.rewrite.named import is_cut

_SHARE = re.compile(r"(?:(\d[\d.]* ?%)|\[?[A-Za-z]{1,3}\]? ?%) of ")


def say_share(bones: Bones) -> str | None:
    """How much of something: "Automate X % of the checks".

    What else is done to a share of things ("Migrate 60 % of the files") is own work by any words.
    """
    share = _SHARE.match(bones.text, bones.start, bones.stop)
    if share is None or bones.verb != "automate" or bones.form is not Form.ORDER:
        return None
    phrase = find_any(bones)
    if phrase is None or phrase.words.istitle() or is_cut(bones, phrase):
        return None
    said = word_thing("share", "*", phrase)
    return said.replace("[target]", share[1]) if said and share[1] else said
