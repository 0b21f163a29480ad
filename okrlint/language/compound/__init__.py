"""Results or actions of one statement that could succeed separately.

`component` registers the spaCy component `okr_compound`. `parts` cuts a statement where a second
part may begin, `openings` says what begins there.
"""
