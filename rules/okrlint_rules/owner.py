"""Whose a statement is."""

from __future__ import annotations

from okrlint import KeyResult, Objective


def owner_of(*statements: KeyResult | Objective | None) -> str:
    """The first owner that is named beside one of the statements, in small letters; "" for none."""
    named = (one.field("owner") for one in statements if one is not None)
    return next((owner.text.casefold().strip() for owner in named if owner), "")
