"""The settings of one user, for editors and quick looks where a project has none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_AUTOMATIC = (
    "CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "JENKINS_URL", "BUILDKITE",
    "TEAMCITY_VERSION", "CODEBUILD_BUILD_ID", "BITBUCKET_BUILD_NUMBER", "PRE_COMMIT",
)  # fmt: skip
"""Variables of CI systems and of pre-commit: there all must see the same."""


def find_user_file(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The user's settings, where there are some and nobody else depends on the run.

    `okrlint/okrlint.toml` in $XDG_CONFIG_HOME, in %APPDATA% on Windows, or in ~/.config.
    """
    if any(environ.get(name, "").lower() not in ("", "0", "false") for name in _AUTOMATIC):
        return None
    home = environ.get("XDG_CONFIG_HOME") or environ.get("APPDATA")
    try:
        folder = Path(home) if home else Path.home() / ".config"
    except RuntimeError:  # nobody's home
        return None
    file = folder / "okrlint" / "okrlint.toml"
    return file if os.path.lexists(file) else None
