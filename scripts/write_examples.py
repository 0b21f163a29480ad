"""Put real output below the commands of README.md: `python scripts/write_examples.py`.

Each `console` block holds one command after `$ ` and its standard output.
Also draws docs/okrlint.svg, the picture of the example.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(```console\n)\$ (.+?)\n(.*?)(```)", re.DOTALL)
DRAWN = "examples/okrs.md"
PICTURE = ROOT / "docs" / "okrlint.svg"


def run_command(command: str, *options: str) -> str:
    """The standard output of an `okrlint ...` command, run in the root of the repository."""
    words = shlex.split(command)
    call = [sys.executable, "-m", *words, *options]
    return subprocess.run(  # noqa: S603  (commands of our own page)
        call, cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout


def fill_blocks(page: str) -> str:
    """The page with the present output below each command."""

    def fill(match: re.Match[str]) -> str:
        return f"{match[1]}$ {match[2]}\n{run_command(match[2]).rstrip()}\n{match[4]}"

    return BLOCK.sub(fill, page)


def find_commands(page: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a page with the output that stands below it."""
    for match in BLOCK.finditer(page):
        yield match[2], match[3]


def draw_example() -> str:
    """The coloured output of the example, as SVG."""
    output = run_command(f"okrlint {DRAWN}", "--color", "always")
    console = Console(record=True, width=118, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(f"$ okrlint {DRAWN}\n{output.rstrip()}"))
    return console.export_svg(title="okrlint", unique_id="okrlint")


if __name__ == "__main__":
    readme = ROOT / "README.md"
    readme.write_text(fill_blocks(readme.read_text(encoding="utf-8")), encoding="utf-8")
    PICTURE.write_text(draw_example(), encoding="utf-8")
