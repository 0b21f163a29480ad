"""Rules and the learned reader decide together, with fitted weights.

`signs` says what both say of each question (is there a metric? a baseline? a deadline? ...),
`weigh` adds up what each sign speaks for (`data/together-weights.txt`), `settle` puts the answers
into the reading, and `promise` pools what both say of the promise.
"""
