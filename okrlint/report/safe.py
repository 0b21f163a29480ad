r"""Text that others wrote, made harmless for what reads it: one function for each reader.

A terminal obeys escape sequences, a build server obeys commands in its log, a web page shows links
and HTML. Each format passes the words of documents, the names of files and the messages of rules
through its function here, and nothing else escapes. Patterns that
only some formats need are compiled when one asks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable

_HARMLESS = frozenset("\t")
_JOINERS = frozenset("\u200c\u200d\ufeff")
"""Zero-width characters that scripts and emoji need; they cannot reorder or hide a line."""
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_LOG_COMMAND = re.compile(r"##(?=\w*\[)")
"""Where "##[error]", "##vso[...]" and "##teamcity[...]" begin, anywhere in a line of a log."""
_RAW = r"(?<=#)#(?=\w*\[)|[\r\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
_LOG_START = re.compile(r"^(\s*):(?=:)")
_AT_START = re.compile(r"(?=\s*(?:::|##))")
_MARKDOWN = r"([\\`*_{}\[\]<>#|~!&$])"
_WEB_PAGE = r"(?i)https?://[^\s\x00-\x1f]"
_BREAK = "\u200b"
_LINKED = r"(?i)www(?=\.)|(?:https?|ftp|mailto|xmpp)(?=:)|GH(?=-\d)|(?<=@)|(?<=#)(?=\d)"
_SARIF = r"([\\\[\]])"
_XML_FORBIDDEN = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def make_visible(text: str) -> str:
    r"""`text` for a terminal or a log: control and reordering characters written out, as "\x1b".

    A document can hold escape sequences that repaint a terminal, marks that reverse the reading
    order, and commands to a build server; people must see them instead. A line break comes out
    as "\n" in two characters.
    """
    shown = text if text.isprintable() else "".join(map(_visible, text))
    return _LOG_COMMAND.sub(r"#\\x23", shown)


def start_line(text: str) -> str:
    """`text` for the start of a line, made visible: the name of a file that is no command."""
    return f"./{make_visible(text)}" if _AT_START.match(text) else make_visible(text)


def for_log(line: str) -> str:
    """A whole line of a document, made visible, for a terminal or the log of a build server."""
    return _LOG_START.sub(r"\1\\x3a", make_visible(line))


def without_commands(encoded: str, reference: Callable[[str], str]) -> str:
    """JSON or XML, the same to a machine, that no terminal or build server obeys.

    `reference` is how the format writes a character by its number.
    """
    return re.sub(_RAW, lambda match: reference(match[0]), encoded)


def for_json(text: str) -> str:
    """`text` for JSON, which a name that is not UTF-8 would break: its bytes written out."""
    return text.encode("utf-8", "backslashreplace").decode()


def for_xml(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold; the writer escapes the rest."""
    return re.sub(_XML_FORBIDDEN, "\ufffd", text)


def for_workflow(text: str) -> str:
    """`text` for the message of a workflow command of GitHub; its line breaks stay."""
    shown = "\n".join(map(make_visible, text.split("\n")))
    return shown.replace("%", "%25").replace("\n", "%0A")


def for_workflow_property(text: str) -> str:
    """`text` for a property of a workflow command of GitHub."""
    return for_workflow(text).replace(":", "%3A").replace(",", "%2C")


def for_html(text: str) -> str:
    """`text` for HTML, between tags and in an attribute between quotation marks."""
    from html import escape

    return escape(make_visible(text), quote=True)


def for_link(url: str) -> str:
    """An address that a page may link to; "" for one that is no web page, such as a script."""
    return url if re.match(_WEB_PAGE, url) else ""


def for_markdown(text: str) -> str:
    """`text` with nothing in it that Markdown or HTML acts on, no link and no mention of people.

    CommonMark 2.4: a backslash takes the meaning off ASCII punctuation. GitHub makes links of bare
    addresses, mentions and numbers all the same, so a character without width parts those.
    """
    parted = re.sub(_LINKED, lambda match: f"{match[0]}{_BREAK}", make_visible(text))
    return re.sub(_MARKDOWN, r"\\\1", parted)


def for_sarif(text: str) -> str:
    """`text` for a message of SARIF, without links (SARIF 2.1.0, 3.11.6)."""
    return re.sub(_SARIF, r"\\\1", for_json(make_visible(text)))


def for_uri(path: str) -> str:
    """The path of a file as a URI, or as a relative reference."""
    from pathlib import Path
    from urllib.parse import quote

    pure = Path(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))


def _visible(char: str) -> str:
    if char in _HARMLESS or char in _JOINERS:
        return char
    import unicodedata

    if unicodedata.category(char) in _HIDDEN:
        return char.encode("unicode_escape").decode("ascii")
    return char
