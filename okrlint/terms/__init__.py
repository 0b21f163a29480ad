"""Words and phrases that people name, found in texts in whatever form they stand."""

from okrlint.terms.find import Terms, is_term, spot_terms
from okrlint.terms.forms import forms_of

__all__ = ["Terms", "forms_of", "is_term", "spot_terms"]
