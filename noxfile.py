"""The tests over versions: `nox` for all, `nox -s lowest-3.11` for one; see docs/reliability.md.

`nox -s site` builds the documentation, `nox -s examples` tests what runs on clusters.
"""

from __future__ import annotations

import re
from pathlib import Path

import nox

PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.sessions = ["newest", "lowest"]
nox.options.error_on_missing_interpreters = False


def _lowest() -> list[str]:
    """The dependencies and those of extras, each at the lowest version that is allowed."""
    project = nox.project.load_toml("pyproject.toml")["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *extras["lsp"], *extras["docx"], *extras["xlsx"]]
    wanted = re.findall(r"^([\w-]+)>=([\d.]+)[^;\n]*(;.*)?$", "\n".join(lines), re.MULTILINE)
    return [f"{name}=={version}{marker}" for name, version, marker in wanted]


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """The newest versions of all dependencies."""
    session.install("-e", ".[dev]")
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS[:2])
def lowest(session: nox.Session) -> None:
    """The lowest versions that are allowed; later Pythons have no wheels of some."""
    session.install("-e", ".[dev]")
    session.install(*_lowest())
    session.run("pytest", *session.posargs)


@nox.session(python="3.12")
def office(session: nox.Session) -> None:
    """What LibreOffice writes is read; `soffice` has to be installed."""
    session.install("-e", ".[dev]")
    session.run("pytest", "tests/sources/test_libreoffice.py", env={"OKRLINT_OFFICE": "1"})


@nox.session(python=PYTHONS[1])
def vscode(session: nox.Session) -> None:
    """The extension for VS Code: built, packed, and the server driven by its library; needs npm."""
    session.install("-e", ".[lsp]")
    okrlint = str(Path(session.bin) / "okrlint")
    with session.chdir("editors/vscode"):
        session.run("npm", "ci", external=True)
        session.run("npm", "run", "package", external=True)
        session.run("npm", "test", external=True, env={"OKRLINT": okrlint})


@nox.session
def site(session: nox.Session) -> None:
    """The documentation as a site, in build/site/html; any warning fails."""
    session.install("-e", ".[docs]")
    session.run("python", "scripts/build_site.py")


@nox.session
@nox.parametrize("example", ["spark", "dask"])
def examples(session: nox.Session, example: str) -> None:
    """The examples for clusters, each with its own requirements; Spark needs Java."""
    session.chdir(f"examples/{example}")
    session.install("-r", "requirements.txt")
    session.run("pytest", *session.posargs)
