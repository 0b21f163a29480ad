"""What goals, and what their measures, are called together: "Priorities", "Success criteria"."""

from __future__ import annotations

import re

_GOALS = re.compile(
    r"(?:(?:our|my|the|team|company|main|current|top|strategic|personal|quarterly|annual|sample"
    r"|example|\d{4})\s+)*(?:goals?|objectives?|aims?|priorities|priority|themes?|pillars?|focus(?:\s+areas?)?|ambitions?|big\s+rocks)"
    r"(?:\s+(?:for|in|of)\s.{1,30})?",
    re.IGNORECASE,
)
_MEASURES = re.compile(
    r"(?:(?:our|the|some|sample|example|key|main|desired|expected|measurable|suggested|possible)\s+)*"
    r"(?:(?:success|key|progress|performance|outcome|result)\s+)?"
    r"(?:measures?(?:\s+of\s+success)?|metrics?|indicators?|criteria|criterion|results?|outcomes?|targets?|kpis?"
    r"|signs?\s+of\s+success|success|evidence)"
    r"(?:\s+(?:(?:for|of|to)\b.{0,40}|(?:are|is|include|will\s+be)(?:\s+(?:as\s+follows|these|th(?:at|is)))?))?"
    r"|.{0,60}\bmeasured\s+by|how\s+(?:will\s+)?(?:we|I)(?:'ll)?\s+(?:will\s+|can\s+)?(?:know|measure|tell).{0,50}"
    r"|(?:we|I)(?:'ll|\s+will)?\s+know\b.{0,40}|what\s+(?:success\s+looks\s+like|(?:should|will|must|has\s+to|would)\s+(?:be|have)\s+\w+|changes"
    r"|(?:we|I)(?:'ll|\s+will|\s+want\s+to)?\s+(?:see|count|measure|look\s+at))|success\s+(?:looks\s+like|means).{0,20}"
    r"|(?:and\s+)?(?:we\s+)?measure(?:d)?\s+(?:it|this|success|progress)\s+by",
    re.IGNORECASE,
)


def group_named(name: str) -> str:
    """Whether this is what people call "goals" or "measures"; nothing where it is neither."""
    groups = (("goals", _GOALS), ("measures", _MEASURES))
    return next((group for group, form in groups if form.fullmatch(name)), "")
