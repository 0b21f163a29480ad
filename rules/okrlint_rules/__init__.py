"""okrlint's own rules; they import only the public names of okrlint."""
# pyright: reportUnusedImport=false

from okrlint import Rule
from okrlint_rules.document.deadline_outside_cycle import DeadlineOutsideCycle
from okrlint_rules.document.duplicate_key_result import DuplicateKeyResult
from okrlint_rules.document.duplicate_objective import DuplicateObjective
from okrlint_rules.document.inconsistent_numbering import InconsistentNumbering
from okrlint_rules.document.key_result_removed import KeyResultRemoved
from okrlint_rules.document.key_result_without_objective import KeyResultWithoutObjective
from okrlint_rules.document.missing_mission import MissingMission
from okrlint_rules.document.missing_owner import MissingOwner
from okrlint_rules.document.no_deadline import NoDeadline
from okrlint_rules.document.not_english import NotEnglish
from okrlint_rules.document.objective_count import ObjectiveCount
from okrlint_rules.document.target_lowered import TargetLowered
from okrlint_rules.document.unknown_rule_in_suppression import UnknownRuleInSuppression
from okrlint_rules.document.unread_okrs import UnreadOkrs
from okrlint_rules.document.unused_suppression import UnusedSuppression
from okrlint_rules.key_result.activity_count import ActivityCount
from okrlint_rules.key_result.business_as_usual import BusinessAsUsual
from okrlint_rules.key_result.compound import Compound
from okrlint_rules.key_result.deadline_passed import DeadlinePassed
from okrlint_rules.key_result.impossible_date import ImpossibleDate
from okrlint_rules.key_result.no_baseline import NoBaseline
from okrlint_rules.key_result.no_metric import NoMetric
from okrlint_rules.key_result.placeholder import Placeholder
from okrlint_rules.key_result.stretch import Stretch
from okrlint_rules.key_result.target_contradiction import TargetContradiction
from okrlint_rules.key_result.task_like import TaskLike
from okrlint_rules.key_result.too_long import TooLong
from okrlint_rules.key_result.vague_wording import VagueWording
from okrlint_rules.key_result.vanity_metric import VanityMetric
from okrlint_rules.objective.key_result_count import KeyResultCount
from okrlint_rules.objective.metric_in_objective import MetricInObjective
from okrlint_rules.objective.not_action_oriented import NotActionOriented
from okrlint_rules.objective.not_aligned import NotAligned
from okrlint_rules.objective.not_aspirational import NotAspirational
from okrlint_rules.objective.not_concrete import NotConcrete
from okrlint_rules.objective.objective_is_solution import ObjectiveIsSolution
from okrlint_rules.objective.objective_without_key_results import ObjectiveWithoutKeyResults
from okrlint_rules.objective.task_objective import TaskObjective

RULES: tuple[type[Rule], ...] = tuple(
    one for one in list(globals().values()) if isinstance(one, type) and one is not Rule
)
"""Every rule that is imported above; registries sort them by code."""
