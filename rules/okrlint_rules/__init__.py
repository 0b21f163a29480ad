"""okrlint's own rules, written like any other pack: they import only okrlint's public names."""

from okrlint import Rule
from okrlint_rules.document.missing_mission import MissingMission
from okrlint_rules.document.no_deadline import NoDeadline
from okrlint_rules.document.objective_count import ObjectiveCount
from okrlint_rules.document.unread_okrs import UnreadOkrs
from okrlint_rules.key_result.activity_count import ActivityCount
from okrlint_rules.key_result.no_metric import NoMetric
from okrlint_rules.key_result.task_like import TaskLike
from okrlint_rules.objective.key_result_count import KeyResultCount
from okrlint_rules.objective.objective_without_key_results import ObjectiveWithoutKeyResults

RULES: tuple[type[Rule], ...] = (
    TaskLike,
    ActivityCount,
    NoMetric,
    NoDeadline,
    ObjectiveWithoutKeyResults,
    KeyResultCount,
    ObjectiveCount,
    MissingMission,
    UnreadOkrs,
)
"""Every rule, named one by one: nothing is found by looking around."""
