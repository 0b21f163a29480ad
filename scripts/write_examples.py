"""Put real output below the commands of pages: `python scripts/write_examples.py`.

Each `console` block holds one command after `$ ` and what it prints. README.md's run in the root of
the repository; the other pages are followed in an empty folder, where blocks whose first line names
a file (`# okrlint.toml`, `<!-- okrs.md -->`) are written first. Also draws docs/okrlint.svg.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
GUIDES = tuple(ROOT / "docs" / f"{name}.md" for name in ("get-started", "better-okrs"))
DRAWN = "examples/okrs.md"
PICTURE = ROOT / "docs" / "okrlint.svg"
Run = Callable[[str], str]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r"(?:# |<!-- )([\w.-]+\.\w+)(?: -->)?\n")
_FONTS = re.compile(r"\s*@font-face \{.*?\}(?=\n)", re.DOTALL)


def run_command(command: str, *options: str, folder: Path = ROOT) -> str:
    """What an `okrlint ...` command prints in a folder."""
    call = [sys.executable, "-m", *shlex.split(command), *options]
    done = subprocess.run(  # noqa: S603  (commands of our own pages)
        call, cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def fill_blocks(page: str, run: Run = run_command) -> str:
    """The page with the present output below each command."""

    def fill(match: re.Match[str]) -> str:
        command = match[2].partition("\n")[0]
        if match[1] != "console":
            return match[0]
        return f"```console\n{command}\n{run(command.removeprefix('$ ')).rstrip()}\n```"

    return _BLOCK.sub(fill, page)


def follow(page: str, folder: Path, run: Run) -> str:
    """The same, of a page that is followed in `folder`, which its files are written to."""
    done: list[str] = []
    for part in re.split(r"(?<=^```\n)", page, flags=re.MULTILINE):
        for _, text in _BLOCK.findall(part):
            if name := _NAME.match(text):
                (folder / name[1]).write_text(text, encoding="utf-8")
        done.append(fill_blocks(part, run))
    return "".join(done)


def draw_example() -> str:
    """The coloured output of the example, as SVG that fetches no fonts."""
    output = run_command(f"okrlint {DRAWN}", "--color", "always")
    console = Console(record=True, width=118, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(f"$ okrlint {DRAWN}\n{output.rstrip()}"))
    return _FONTS.sub("", console.export_svg(title="okrlint", unique_id="okrlint"))


def main() -> None:
    """Write README.md, the guides and the picture anew."""
    readme = ROOT / "README.md"
    readme.write_text(fill_blocks(readme.read_text(encoding="utf-8")), encoding="utf-8")
    for guide in GUIDES:
        with TemporaryDirectory() as name:
            folder = Path(name)
            run = partial(run_command, folder=folder)
            text = follow(guide.read_text(encoding="utf-8"), folder, run)
        guide.write_text(text, encoding="utf-8")
    PICTURE.write_text(draw_example(), encoding="utf-8")


if __name__ == "__main__":
    main()
