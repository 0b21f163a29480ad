"""The team's own words: what they change in what is read and in what is found."""

from okrlint.vocabulary.accepted import find_accepted
from okrlint.vocabulary.aside import leave_alone
from okrlint.vocabulary.masks import mask_names, unmask
from okrlint.vocabulary.settle import settle_reading
from okrlint.vocabulary.words import Vocabulary

__all__ = [
    "Vocabulary",
    "find_accepted",
    "leave_alone",
    "mask_names",
    "settle_reading",
    "unmask",
]
