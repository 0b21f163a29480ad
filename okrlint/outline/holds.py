"""Does the document hold OKRs that a linter should judge?

Asked after the labelling, of the whole: what was found and how surely, what the title and the path
say, how much of the text it is, and whether the text explains OKRs. Each answer is a sign with a
fitted weight, as with the units.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from okrlint.markdown.outline.judge import Verdict, judge
from okrlint.outline.decode import KEY_RESULT, OBJECTIVE
from okrlint.outline.family import find_parents
from okrlint.outline.signs import bucket, share
from okrlint.outline.weigh import Weighed

_ALWAYS = ("title:", "path:", "page:")


def find_holds_signs(weighed: Weighed) -> Iterator[str]:
    """The signs of the whole document."""
    page, labels = weighed.page, weighed.labels
    objectives = [u for u in page.units if labels[u.index] == OBJECTIVE]
    results = [u for u in page.units if labels[u.index] == KEY_RESULT]
    yield "always"
    yield from (name for name in weighed.signs[0] if name.startswith(_ALWAYS))
    yield f"step:{weighed.step:.0f}"
    yield f"objectives:{bucket(len(objectives), (0, 1, 2, 3))}"
    yield f"results:{bucket(len(results), (0, 1, 2, 4, 8))}"
    if not objectives or not results:
        yield "one kind alone"
        return
    parents = find_parents(weighed)
    yield f"objectives with results:{share(len(set(parents.values())), len(objectives))}"
    for name, found in (("objectives", objectives), ("results", results)):
        clean = sum(any(s.startswith("clean:") for s in weighed.signs[u.index]) for u in found)
        yield f"{name} labelled:{share(clean, len(found))}"
        margin = sum(weighed.margin(u.index) for u in found) / len(found)
        yield f"{name} margin:{bucket(math.floor(min(max(margin, 0), 8)), (0, 1, 2, 3, 5, 8))}"
        general = sum(judge(u.body.words) is not Verdict.STATEMENT for u in found)
        yield f"{name} general:{share(general, len(found))}"
    figures = sum(page.measured[u.index] for u in results)
    yield f"results with figures:{share(figures, len(results))}"
    texts = [u for u in page.units if len(u.text.words.split()) > 2]
    yield f"part of the text:{bucket(10 * (len(objectives) + len(results)) // max(1, len(texts)), (0, 1, 2, 3, 5, 7))}"
    above = {name for u in objectives for name in weighed.signs[u.index] if name.startswith("in:")}
    yield from sorted(f"objective {name}" for name in above)
    if any("has:okr" in weighed.signs[u.index] for u in page.units):
        yield "speaks of OKRs"
    headed = [s for u in page.units for s in weighed.signs[u.index] if s.startswith("says:key results")]
    yield f"headings of results:{bucket(len(headed), (0, 1, 2))}"


def is_held(weighed: Weighed, weights: dict[str, float]) -> float:
    """How likely it is that the document holds OKRs, from 0 to 1."""
    total = sum(weights.get(name, 0.0) for name in dict.fromkeys(find_holds_signs(weighed)))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
