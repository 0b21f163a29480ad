"""The date words of a statement, and what each of them governs.

`component` registers the spaCy component `okr_dates`. `dates` says what the words found by
`okrlint.dates` govern (`place`: the words around them), `events` finds deadlines that are events,
`durations` windows and terms, `cadence` and `intervals` what comes back again and again.
"""
