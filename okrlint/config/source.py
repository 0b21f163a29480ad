"""One configuration file or profile, read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from okrlint.config.locate import locate_key
from okrlint.config.raw import RawConfig, parse_config
from okrlint.errors import ConfigError, InputError
from okrlint.files import decode_source, read_regular

_MOST_BYTES = 1024 * 1024
"""A larger configuration is not read."""


@dataclass(frozen=True, slots=True)
class Source:
    """One configuration file or profile, with what it says."""

    name: str
    """The path, or `profile course`."""
    path: Path
    text: str
    table: tuple[str, ...]
    raw: RawConfig

    def where(self, *keys: str | int, word: str | None = None) -> str:
        """`path:line:column` of a key in this file."""
        return locate_key(self.text, self.path, (*self.table, *keys), word)


def read_source_file(path: Path) -> Source | None:
    """Read a configuration file; None when it has no table of ours. Raises ConfigError."""
    try:
        text = decode_source(read_regular(path, _MOST_BYTES), str(path))
    except InputError as error:
        raise ConfigError(str(path), error.reason) from error
    table = ("tool", "okrlint") if path.name == "pyproject.toml" else ()
    raw = parse_config(text, path, table)
    return None if raw is None else Source(str(path), path, text, table, raw)
