"""What the exit code says."""

from __future__ import annotations

from enum import IntEnum

ISSUES = "https://github.com/okrlint/okrlint/issues"
"""Where a fault of okrlint or of one of its rules is to be reported."""


class ExitCode(IntEnum):
    """0 clean, 1 findings, 2 could not do the job."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2
    INTERRUPTED = 130
