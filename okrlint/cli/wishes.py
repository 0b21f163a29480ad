"""What one call of `okrlint check` asks for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options of one call, typed."""

    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    output_format: str
    output_file: Path | None
    baseline: Path | None
    diff: str | None
    fix: bool
    fix_diff: bool
    min_certainty: float | None
    fail_level: str | None
    max_findings: int
    exit_zero: bool
    statistics: bool
    show_files: bool
    no_cache: bool
    cache_dir: Path
    jobs: int
    quiet: bool
    verbose: bool
    stdin_filename: str
    config: Path | None
    isolated: bool
    allow_rule_files: bool
    color: str
