"""The house rules; the entry point of this package names RULES."""

from okrlint import Rule
from okrlint_house_rules.long_objective import LongObjective
from okrlint_house_rules.meeting_count import MeetingCount
from okrlint_house_rules.one_owner_for_all import OneOwnerForAll

RULES: tuple[type[Rule], ...] = (MeetingCount, LongObjective, OneOwnerForAll)
