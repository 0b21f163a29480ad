"""What can go wrong in a way that a person can mend: one root, one clear sentence each."""

from __future__ import annotations


class OkrlintError(Exception):
    """The root of all errors that okrlint raises on purpose.

    `str(error)` is one sentence: what is wrong, where, and what to do. Subclasses hand their data
    to `super().__init__`, so that errors survive pickling.

    >>> issubclass(InputError, OkrlintError)
    True
    """


class InputError(OkrlintError):
    """A path that cannot be read.

    >>> try:
    ...     lint_file("nowhere.md")
    ... except InputError as error:
    ...     print(error)
    nowhere.md: cannot be read (No such file or directory)
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class UnknownRuleError(OkrlintError):
    """A rule name or code that no rule has.

    >>> try:
    ...     load_rules().find("no-metrics")
    ... except UnknownRuleError as error:
    ...     print(error)
    no rule is called 'no-metrics'; did you mean 'no-metric'?
    """

    def __init__(self, word: str, nearest: str | None) -> None:
        super().__init__(word, nearest)
        self.word = word
        self.nearest = nearest

    def __str__(self) -> str:
        hint = f"did you mean {self.nearest!r}?" if self.nearest else "see `okrlint rule --all`"
        return f"no rule is called {self.word!r}; {hint}"


class RulePackError(OkrlintError):
    """Rules that cannot be loaded or that clash.

    >>> str(RulePackError("acme-rules", "holds no rule class"))
    'rules of acme-rules: holds no rule class'
    """

    def __init__(self, pack: str, reason: str) -> None:
        super().__init__(pack, reason)
        self.pack = pack
        self.reason = reason

    def __str__(self) -> str:
        return f"rules of {self.pack}: {self.reason}"


class ConfigError(OkrlintError):
    """A configuration that cannot be used; `where` is the file, with line and column if known.

    >>> _ = Path("okrlint.toml").write_text("selct = []")
    >>> try:
    ...     load_settings("q3.md")
    ... except ConfigError as error:
    ...     print(error.reason)
    unknown key 'selct'; did you mean 'select'?
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(where, reason)
        self.where = where
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


class PipelineError(OkrlintError):
    """A spaCy pipeline that is not installed or lacks what okrlint needs.

    >>> try:
    ...     Linter(Settings(pipeline="xx_none")).read("NPS rises")
    ... except PipelineError as error:
    ...     print(error.pipeline)
    xx_none
    """

    def __init__(self, pipeline: str, reason: str) -> None:
        super().__init__(pipeline, reason)
        self.pipeline = pipeline
        self.reason = reason

    def __str__(self) -> str:
        return f"language pipeline {self.pipeline!r}: {self.reason}"


def describe_error(error: BaseException) -> str:
    """The kind of an exception that others raised, and its words where it has any."""
    try:
        return f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001  (its own text may raise)
        return type(error).__name__
