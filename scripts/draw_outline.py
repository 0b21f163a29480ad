"""Write beside a document what okrlint reads in it, as the tests compare it.

python scripts/draw_outline.py tests/corpus/NAME.md
"""

from __future__ import annotations

import sys
from pathlib import Path

from okrlint import parse
from tests.markdown.drawn import draw

if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        drawn = draw(parse(path.read_text(encoding="utf-8")))
        path.with_suffix(".outline").write_text(drawn, encoding="utf-8")
        print(drawn, end="")
