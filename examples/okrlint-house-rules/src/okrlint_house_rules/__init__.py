"""The house rules; the entry point of this package names RULES."""

from okrlint import Rule
from okrlint_house_rules.long_objective import LongObjective
from okrlint_house_rules.no_meetings import NoMeetings
from okrlint_house_rules.one_owner_for_all import OneOwnerForAll

RULES: tuple[type[Rule], ...] = (NoMeetings, LongObjective, OneOwnerForAll)
