"""okrlint reads OKRs in Markdown and says what keeps them from being good OKRs.

`lint_text`, `lint_file` and `lint_paths` find what is wrong; `parse` gives the OKRs of a document;
`read` says what one statement promises, measures, and by when. A rule of one's own subclasses
`KeyResultRule`, `ObjectiveRule` or `DocumentRule`. All names live in `okrlint.api`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint import api
from okrlint.api import __all__ as __all__
from okrlint.version import __version__ as __version__

if TYPE_CHECKING:
    from okrlint.api import *  # noqa: F403  (its __all__ says what)


def __getattr__(name: str) -> object:
    """A public name, which its home is imported for now."""
    if name in __all__:
        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
