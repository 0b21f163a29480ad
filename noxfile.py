"""The tests over versions: `nox` for all, `nox -s lowest-3.11` for one; see docs/reliability.md."""

from __future__ import annotations

import re
from pathlib import Path

import nox

PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False


def _lowest() -> list[str]:
    """The dependencies, each at the lowest version that is allowed."""
    text = Path("pyproject.toml").read_text(encoding="utf-8")
    block = text.partition("dependencies = [")[2].partition("\n]")[0]
    wanted = re.findall(r'"([\w-]+)>=([\d.]+)[^";]*(;[^"]*)?"', block)
    return [f"{name}=={version}{marker}" for name, version, marker in wanted]


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """The newest versions of all dependencies."""
    session.install("-e", ".[dev]")
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS)
def lowest(session: nox.Session) -> None:
    """The lowest versions that are allowed; spaCy has none for every Python."""
    session.install("-e", ".[dev]")
    session.install(*_lowest())
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS[1])
def vscode(session: nox.Session) -> None:
    """The extension for VS Code: built, packed, and the server driven by its library; needs npm."""
    session.install("-e", ".[lsp]")
    okrlint = str(Path(session.bin) / "okrlint")
    with session.chdir("editors/vscode"):
        session.run("npm", "ci", external=True)
        session.run("npm", "run", "package", external=True)
        session.run("npm", "test", external=True, env={"OKRLINT": okrlint})
