"""What holds for any text: no errors, spans inside the text, no overlaps, days in order."""

from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.dates import Calendar, find_dates, find_periods

PARTS = st.sampled_from(
    "Q1 Q5 H2 FY21 2024 '19 2024-02-30 31/12/2022 1.2.2024 30.04. June may Sept. 31 29 1st by "
    "until end of mid- early the first second week quarter half year EOQ next last 90 999 days "
    "months - – to between and from FY9999 Easter Diwali spring fall semester W53 Fri /".split()
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PARTS, max_size=12).map(" ".join),
    st.lists(PARTS, max_size=8).map("".join),
)
DAYS = st.one_of(st.just(None), st.dates(), st.dates(dt.date(2015, 1, 1), dt.date(2035, 1, 1)))
CALENDARS = st.builds(
    Calendar,
    fiscal_year_start=st.integers(1, 12),
    day_first=st.sampled_from([None, True, False]),
    today=DAYS,
)
CYCLES = st.one_of(st.just(None), st.tuples(st.dates(), st.dates()).map(lambda d: tuple(sorted(d))))


def check(text, found):
    for words in found:
        assert 0 <= words.start < words.end <= len(text)
        assert text[words.start : words.end].strip()
        if words.earliest and words.latest:
            assert words.earliest <= words.latest
        if words.impossible:
            assert (words.earliest, words.latest) == (None, None)
    spans = sorted((w.start, w.end) for w in found)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@settings(max_examples=150, deadline=None)
@given(TEXTS, CALENDARS, CYCLES)
def test_dates_of_any_text(text, calendar, cycle):
    found = list(find_dates(text, calendar, cycle))
    check(text, found)
    assert [w.start for w in found] == sorted(w.start for w in found)


@settings(max_examples=150, deadline=None)
@given(TEXTS, CALENDARS)
def test_periods_of_any_text(text, calendar):
    check(text, list(find_periods(text, calendar)))


@given(st.dates(dt.date(1990, 1, 1), dt.date(2049, 12, 31)), st.booleans())
@settings(max_examples=100, deadline=None)
def test_written_days_are_read_back(day, day_first):
    calendar = Calendar(day_first=day_first)
    order = "%d/%m/%Y" if day_first else "%m/%d/%Y"
    for pattern in ("%Y-%m-%d", order, "%d %B %Y", "%B %d, %Y", "%d.%m.%Y"):
        (words,) = find_dates("due " + day.strftime(pattern), calendar)
        assert (words.earliest, words.latest) == (day, day)


@given(st.integers(2001, 2049), st.integers(1, 4), st.integers(1, 12))
@settings(max_examples=60, deadline=None)
def test_quarters_of_a_fiscal_year_fill_it(year, quarter, start):
    calendar = Calendar(fiscal_year_start=start)
    (whole,) = find_dates(f"FY{year}", calendar)
    (part,) = find_dates(f"Q{quarter} FY{year}", calendar)
    assert whole.earliest <= part.earliest <= part.latest <= whole.latest
    assert whole.latest.year == year
