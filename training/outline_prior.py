"""What the weights of the layout signs begin with: common sense, which the data may correct.

Letters: O objective, K key result, H what names key results, G theme, A aside, D detail, X other.
"""

from __future__ import annotations

SIGNS: dict[str, dict[str, float]] = {
    "always": {"O": -1, "K": -1, "A": -0.5, "H": -1, "G": -0.5},
    # its own label
    "says:objective#": {"O": 5}, "says:objective": {"O": 4}, "says:objective#.#": {"O": 3},
    "says:key result#": {"K": 5}, "says:key result#.#": {"K": 5}, "says:key result": {"K": 4},
    "says:goal": {"O": 1.5}, "says:result": {"K": 1.5},
    "says:goals tail": {"O": 1.5}, "says:measures tail": {"K": 1.5},
    # a label that stands alone: the statement is elsewhere
    "says:objective# alone": {"G": 3, "O": -4}, "says:objective alone": {"G": 3, "O": -4},
    "says:key result# alone": {"H": 2, "K": -3}, "says:key result#.# alone": {"H": 2, "K": -3},
    "says:key result alone": {"H": 2, "K": -3},
    "line/up:objective# alone": {"O": 4}, "line/up:objective alone": {"O": 4},
    "item/up:objective# alone": {"O": 3}, "item/up:objective alone": {"O": 3},
    "line/up:key result# alone": {"K": 4}, "line/up:key result#.# alone": {"K": 4},
    "item/up:key result# alone": {"K": 3}, "item/up:key result alone": {"K": 3},
    "theme over statement": {"G": 3, "O": -5},
    "over:objective alone": {"G": 2},
    # names of groups
    "says:key results": {"H": 4, "K": -3, "O": -3}, "says:key results tail": {"H": 2},
    "says:objectives": {"G": 4, "O": -3, "K": -3}, "says:OKRs": {"G": 3, "O": -2, "K": -2},
    "says:measures": {"H": 2.5, "K": -1.5, "O": -2}, "says:goals": {"G": 2, "O": -1.5, "K": -1.5},
    "says:aside": {"A": 3, "O": -2, "K": -2}, "says:closed": {"A": 3, "O": -3, "K": -3},
    "says:about OKRs": {"X": 2, "O": -3, "K": -3}, "says:mission": {"X": 2, "O": -3, "K": -3},
    # below such a name
    "item/up:key results": {"K": 4}, "line/up:key results": {"K": 2},
    "heading/up:key results": {"K": 2},
    "cell/up-label:key results": {"K": 3}, "item/up:measures": {"K": 2},
    "line/up:measures": {"K": 1},
    "item/up:objective#": {"K": 2}, "item/up:objective": {"K": 2},
    "item/up:objectives": {"O": 3}, "heading/up:objectives": {"O": 3},
    "line/up:objectives": {"O": 1.5},
    "item/up:goals": {"O": 1}, "heading/up:goals": {"O": 1},
    "cell/up-label:objectives": {"O": 3}, "cell/up-label:objective alone": {"O": 3},
    "cell/up-label:key result alone": {"K": 3},
    "item/before:key results": {"K": 3}, "item/before:measures": {"K": 1.5},
    "in:aside": {"A": 1.5, "K": -1.5, "O": -1.5}, "in:closed": {"A": 2, "K": -3, "O": -3},
    "in:about OKRs": {"X": 1},
    # over key results
    "over:key results": {"O": 3}, "over:key result#": {"O": 3}, "over:key result#.#": {"O": 3},
    "over:key result": {"O": 2}, "over2:key result#": {"O": 0.5}, "over:measures": {"O": 1},
    "over:measures tail": {"O": 1.5}, "over:result": {"O": 1},
    "short over long": {"K": -2.5, "H": 1.5},
    "item/up:key results tail": {"K": 3}, "line/up:objective": {"K": 0.7},
    "line/up:objective#": {"K": 0.7},
    "measures beside key results": {"K": -4, "A": 2},
    "formula": {"O": 4}, "up-formula": {"K": 3}, "before-formula": {"K": 3},
    # in a row
    "row:objective# alone": {"O": 3}, "row:objective alone": {"O": 3},
    "row:key result# alone": {"K": 3}, "row:key result#.# alone": {"K": 3},
    "row:key results": {"K": 3},
    "row:key result alone": {"K": 4},
    "first-beside-ids:key result# alone": {"K": 3},
    "first-beside-ids:key result#.# alone": {"K": 3},
    "column:ids": {"K": -3, "O": -2}, "cell:no words": {"K": -2, "O": -3},
    "cell:one word": {"K": -0.5, "O": -0.5},
    "cell/heads:key results": {"K": -3}, "cell/heads:key result": {"K": -1},
    "says:to key results": {"H": 3, "K": -2, "O": -2}, "item/up:to key results": {"K": 3},
    "item/before:to key results": {"K": 3}, "line/before:to key results": {"K": 1},
    "says:to objectives": {"G": 2, "K": -2, "O": -2}, "item/up:to objectives": {"O": 2},
    "item/before:to objectives": {"O": 2}, "line/before:to objectives": {"O": 2.5},
    "heading/up:measures": {"K": 1.5},
    "line/last::": {"K": -1}, "like-heads:all": {"K": -2, "H": 1, "G": 1},
    "cell/row:alone": {"O": 1.5, "K": -1}, "cell/row:alone, behind a gap": {"O": -1.5, "K": 1},
    "cell/row:a field": {"K": -3, "O": -3, "D": 2},
    **{f"row-type:{t}": {"K": -4, "O": -3, "A": 3}
       for t in ("task", "initiative", "init", "action", "to do", "todo", "project")},
    **{f"row-type:{t}": {"K": 3} for t in ("kr", "key result", "key results")},
    "row-type:objective": {"O": 3}, "row-type:o": {"O": 3},
    "key:objective": {"O": 3}, "key:key results": {"H": 3}, "key:krs": {"H": 3},
    "key:objectives": {"G": 3},
    # no statement
    "judged:empty": {"O": -5, "K": -5}, "judged:placeholder": {"O": -4, "K": -4},
    "judged:general": {"O": -3, "K": -3}, "judged:pointer": {"O": -3, "K": -3},
    "length:0": {"O": -4, "K": -4}, "is:link in page": {"O": -5, "K": -5},
    "has:okr": {"O": -1, "K": -1},
    "kind:column": {"O": -3, "K": -2},
    "kind:table": {"O": -9, "K": -9}, "kind:root": {"O": -9, "K": -9},
    **{
        f"says:field {name}": {"D": 3, "K": -1.5, "O": -2}
        for name in (
            "owner", "due", "baseline", "target", "current", "score", "priority", "status",
            "confidence", "kind", "weight", "metric", "progress", "success", "link",
        )
    },
}  # fmt: skip

ABOVE: dict[str, float] = {
    "OK": 1.5, "OO": -2.5, "OG": -2, "KK": -3, "KO": -4, "KD": 2.5, "KH": -2, "KG": -3,
    "AA": 1.5, "AK": -2.5, "AO": -2.5, "HK": 2, "HO": -2.5, "HG": -2, "GO": 1, "GK": -1,
    "DK": -3, "DO": -3, "DD": 1, "XK": -1, "XO": -0.5,
}  # fmt: skip
"""A label above and one right below it."""

ALIKE, ALIKE_IN_A_COLUMN = 0.7, 1.5
"""Siblings of one kind share a label."""

HOLDS: dict[str, float] = {
    "both are called so": 3, "objectives are called so": -0.5, "results are called so": 0.5,
    "title:okr": 1.5, "path:okr": 1.5, "title:okr in general": -1,
    "title:guide": -1, "page:names no key result": -4, "shown as examples:all": -1,
    "one kind alone": -1.5,
    "objective in:OKRs": 1, "objective in:about OKRs": -1, "step:0": 0.5, "step:4": -1,
    "title:other page": -1.5, "nothing says that they are OKRs": -3.5,
    "a label alone": 3, "called goals and measures": 1, "most objectives without results": -1,
    "objectives first:is": -2, "results first:is": -2, "results first:ed": -1,
    "objectives speak of OKRs": -1,
}  # fmt: skip
"""Of whether a document holds OKRs."""

FIRM = (
    "page:names no key result", "nothing says that they are OKRs",
    "a label alone", "both are called so",
)  # fmt: skip
"""Of these, what few documents say moves less: a false alarm costs more than a miss."""
