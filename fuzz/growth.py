"""How time grows with what is repeated: `python -m fuzz.growth [--whole]` in a checkout.

Some hundred small pieces are repeated in each place of a document where text may stand, for three
sizes, each twice the one before. Printed is what takes more than 2.6 times the time for twice the
text, by the processor; `--whole` asks the rules and the language model too, on less text. It is no
test, for it looks at the time; run it when nothing else runs.
"""

from __future__ import annotations

import sys
import time

from okrlint import Settings, lint_text
from okrlint.budget import limited
from okrlint.engine import parse
from okrlint.registry import load_rules

PIECES = (
    *" |\t|\n|@a |@a|@aand|_|__ |-|- |*|**a** |`|`a` |[|](|[a](b) |<|<b>|</b>|(".split("|"),
    *"( |)|1 |1.|1,|1/|KR |KR1: |O1 |Q1 |Q1-|2026 |May |and |, |; |from |to |the ".split("|"),
    *"last year |the last year |: |:|http://a |#|#a |> |&amp;|\\|~~|~~a~~ |==|%|$".split("|"),
    *"→ |->|🍞 |🍞|e.g. |objective |key result |OKR |due |(due |[x] |...|… |<x>".split("|"),
    *"{x}|{{x}}|[x]|'|\"|a'|we will |to be |tbd |see |0.5 |50% |!|?|a|A|a-|a/|a.".split("|"),
    *"a:|1:|a b |\u3000|\u200b|é|漢|\u0301|\u202e|(0.5) |owner: |target: |=> ".split("|"),
    *"+|&|^|<br>|\n- |\n  |\n\n|\n> |\n# a\n".split("|"),
    "|",
    "| a ",
    "\n| a | b |",
)
PLACES = {
    "title": "# OKRs {}\n\n## Objective: Bake\n\n- KR 1: sell 7 loaves\n",
    "objective": "# OKRs\n\n## Objective: Bake {}\n\n- KR 1: sell 7 loaves\n",
    "key result": "# OKRs\n\n## Objective: Bake\n\n- KR 1: sell 7 {} !x\n- KR 2: sell 8 rolls\n",
    "end of it": "# OKRs\n\n## Objective: Bake\n\n- KR 1: sell 7 {}\n",
    "above": "# OKRs\n\n{}\n\n## Objective: Bake\n\n- KR 1: sell 7 loaves\n",
    "between": "# OKRs\n\n## Objective: Bake\n\nwhy {} x\n\n- KR 1: sell 7 loaves\n",
    "cell": "# OKRs\n\n| Objective | Key result |\n|--|--|\n| Bake | sell {} x |\n",
    "code": "# OKRs\n\n```\n{}\nx\n```\n\n## Objective: Bake\n\n- KR 1: sell 7 loaves\n",
    "field": "# OKRs\n\n## Objective: Bake\n\n- KR 1: sell 7\n  - Target: {} x\n  - Owner: {}\n",
    "front matter": "---\ntitle: {} x\n---\n# OKRs\n\n## Objective: Bake\n\n- KR 1: sell 7\n",
    "comment": "<!-- okrlint {} x -->\n# OKRs\n\n## Objective: Bake\n\n- KR 1: sell 7 loaves\n",
    "items": "# Team\n\nOKRs for us\n\n- {} x\n- b\n  - c {}\n",
}
LEAST = 0.2
"""Seconds; what takes less is not looked at."""
MOST = 20
_RULES = load_rules()


def _seconds(text: str, path: str, *, whole: bool) -> float:
    begin = time.process_time()
    try:
        with limited(MOST):
            if whole:
                lint_text(text, path, Settings(select=("ALL",)), _RULES)
            else:
                parse(text, path)
    except TimeoutError:
        return MOST
    except BaseException as error:  # noqa: BLE001  (what is out of time ends however it likes)
        print(f"  {type(error).__name__}")
        return MOST
    return time.process_time() - begin


def main() -> None:
    """Print what grows with the square."""
    whole = "--whole" in sys.argv
    sizes = (1_000, 2_000, 4_000) if whole else (4_000, 8_000, 16_000)
    _seconds(PLACES["above"], "first.md", whole=whole)
    for place, text in PLACES.items():
        for piece in PIECES:
            made = [text.replace("{}", piece * (size // len(piece))) for size in sizes]
            taken = [_seconds(one, f"{at}.md", whole=whole) for at, one in enumerate(made)]
            if taken[2] > LEAST and taken[2] > 2.6 * taken[1]:
                shown = ", ".join(f"{seconds:.2f}" for seconds in taken)
                print(f"{place}: {piece!r} {shown}", flush=True)


if __name__ == "__main__":
    main()
