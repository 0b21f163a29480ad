"""What a client chooses: `initializationOptions`, and the section "okrlint" of its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from okrlint.api import ConfigError
from okrlint.files import real_path
from okrlint.lsp.question import Choices
from okrlint.typed import check_table, kinds_of

SECTION = "okrlint"


class _Options(msgspec.Struct, rename="camel"):
    """The keys. None that runs code: a project can bring settings of an editor along."""

    config: str | None = None
    isolated: bool = False
    inlay_hints: bool = True


def choose(given: Any, base: Choices) -> Choices:
    """The choices of the command line with those of the client, whose paths count from here.

    Raises ConfigError.
    """
    if given is None:
        return base
    where = "the settings of the editor"
    if not isinstance(given, Mapping):
        raise ConfigError(where, f"expected an object, got {given!r}")
    given = {key: value for key, value in given.items() if value is not None}
    check_table(given, kinds_of(_Options), lambda _: where, f"{SECTION}: ")
    options = msgspec.convert(given, _Options)
    return replace(
        base,
        config=real_path(Path(options.config)) if options.config else base.config,
        isolated=options.isolated or base.isolated,
        inlay_hints=options.inlay_hints,
    )
