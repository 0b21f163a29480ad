"""One configuration file or profile, read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from okrlint.config.locate import locate_key
from okrlint.config.raw import RawConfig, parse_config
from okrlint.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Source:
    """One configuration file or profile, with what it says."""

    name: str
    """The path, or `profile course`."""
    path: Path
    text: str
    table: tuple[str, ...]
    raw: RawConfig

    def where(self, *keys: str, word: str | None = None) -> str:
        """`path:line:column` of a key in this file."""
        return locate_key(self.text, self.path, (*self.table, *keys), word)


def read_source_file(path: Path) -> Source | None:
    """Read a configuration file; None when it has no table of ours. Raises ConfigError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), f"cannot be read ({error})") from error
    table = ("tool", "okrlint") if path.name == "pyproject.toml" else ()
    raw = parse_config(text, path, table)
    return None if raw is None else Source(str(path), path, text, table, raw)
