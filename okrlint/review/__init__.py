"""`okrlint review`: a checklist for the meeting, with what okrlint knows filled in."""
