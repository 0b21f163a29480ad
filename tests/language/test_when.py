"""What the dates of a statement govern: the component `okr_dates`, in a stock pipeline."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.dates import Calendar
from okrlint.language.pipeline import STAND_INS
from okrlint.language.when.component import create_okr_dates  # noqa: F401  (registers the factory)
from okrlint.reading import WhenKind

DEADLINE, CADENCE = WhenKind.DEADLINE, WhenKind.CADENCE
WINDOW, ATTRIBUTE = WhenKind.WINDOW, WhenKind.ATTRIBUTE


@pytest.fixture(scope="module")
def nlp():
    for package in STAND_INS["en_core_web_sm"]:
        if spacy.util.is_package(package):
            pipeline = spacy.load(package, exclude=["ner"])
            pipeline.add_pipe("okr_dates")
            return pipeline
    raise AssertionError("no English pipeline is installed")


def kinds(nlp, text):
    return {when.kind for when in nlp(text)._.okr_whens}


@pytest.mark.parametrize(
    "text",
    [
        "Launch the beta by June",
        "Cut the error rate from 4% to 2% by the end of Q3",
        "By 15 October the new office is open",
        "Reach 400 subscribers this quarter",
        "In Q2, interview a dozen churned customers",
        "In the second half, run four clinics",
        "Publish 8 case studies in 2026",
        "Move all teams to the new tracker before the audit",
        "Migrate the last customer before the old data centre closes",
        "Have the plan signed off prior to the code freeze",
        "Print the programme ahead of the spring fair",
        "500 names on the waiting list by demo day",
        "Six talks accepted by PyCon",
        "Rehearse twice by the time rehearsals with the orchestra begin",
        "Within 60 days, hire a support lead",
        "Hire a head of sales within six months",
        "Invite the alumni at least three weeks ahead of the reunion",
        "Pilot contract signed within 30 days of launch",
        "Repaint the kitchen over the Easter holidays",
        "Submit the grant, latest on 3 May",
        "Kitchen rota in place for the September intake",
        "Weekly visitors up from 90 to 150 by Christmas",
        "Double the number of open days this school year",
        "Sign two sponsors before the April meeting",
        "Onboard 12 schools before term starts",
        "Ship the billing page (end of May)",
        "EOQ: all contracts scanned",
        "900 guests served during the festival",
        "Test the kiosk with 40 guests during the pilot",
        "40 guests try the kiosk in the pilot month",
        "No open complaints at launch",
        "Two mills signed within 60d",
        "Two mills signed within 60D",
        "A MILL SIGNED WITHIN 6WKS",
        "A mill signed within 6w",
        "Run a 5k under 25 minutes on 14 June",
        "Get the licence by noon on 4 June",
        "Have 20 tutors in the coming term",
        "Grow the list to 900 in 6 months",
        "Finish the extension by the end of the first year of the lease",
        "Hang 12 portraits (by March)",
        "Sell 300 prints in the first month online",
        "Lose no more than 4k during its first year on the market",
    ],
)
def test_deadlines(nlp, text):
    assert DEADLINE in kinds(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Publish two posts per month",
        "Hold a retrospective every second Friday",
        "Swim 1 km on Tuesdays",
        "Read 20 min/day",
        "Two customer calls a week",
        "Weekly office hours for contributors",
        "Founders write a monthly letter",
        "One architecture review each sprint",
        "Check the tyres twice a year",
        "Ask for feedback after every workshop",
        "Open the books on the last Saturday of each month",
        "Grease the chain every 200 days",
        "A member of the board joins stand-up once a week",
        "Count the stock on a monthly basis",
        "Two releases per planning cycle",
    ],
)
def test_cadences(nlp, text):
    found = kinds(nlp, text)
    assert CADENCE in found
    assert DEADLINE not in found


@pytest.mark.parametrize(
    "text",
    [
        "Reply to every ticket within 24 hours",
        "Response time under 2 days",
        "95% of refunds paid within 14 days",
        "No outage longer than 10 minutes over a 30-day period",
        "Interview 20 people who left in the last six months",
        "New customers reach a first report within one day of sign-up",
        "Catch 9 of 10 defects before release",
        "Keep the queue empty for 4 weeks in a row",
        "Orders leave the warehouse in two days",
        "Patients with many stays (4 or more in 12 months) get a plan",
        "Fewer than 2 crashes in a month",
        "Leavers within the first six months of the contract below 10%",
        "60% of tenants help others within the first year of tenancy",
    ],
)
def test_windows(nlp, text):
    found = kinds(nlp, text)
    assert not found & {DEADLINE, CADENCE}
    assert WINDOW in found


@pytest.mark.parametrize(
    "text",
    [
        "Raise Q2 renewals to 92%",
        "Publish the 2025 report",
        "Investigate the drop in Q1 sign-ups",
        "Train the teammates hired in April",
        "Rotate the keys that were issued before 2023",
        "Automate the weekly report",
        "Daily active users from 300 to 500",
        "Monthly recurring revenue of £40k",
        "2,000 weekly downloads",
        "Applications: 400 (310 in 2024)",
        "Complaints down by a fifth compared with 2024",
        "Refresh the annual budget",
        "Beat last year's figure of 212",
        "Footfall up 12% on 2019",
        "Rent arrears down 8% vs Q2 2023",
        "Ferries on time: 96% (in August: 91%)",
        "Turnaround in 3 days, in May it took 9",
        "Month-end close without overtime",
    ],
)
def test_attributes(nlp, text):
    found = kinds(nlp, text)
    assert not found & {DEADLINE, CADENCE}
    assert ATTRIBUTE in found


@pytest.mark.parametrize(
    "text",
    [
        "Contract reviewed by the legal team",
        "Cut costs by a third",
        "Search powered by a new engine",
        "Break sales down by week",
        "Test every service",
        "Users may export a second file",
        "Two publishers send a term sheet",
        "Fewer than 3 clashes per year group",
        "Save time by automating invoices",
        "70% of post sorted before midday",
        "Parcels at the counter by 11",
        "Answer 90% of letters before the end of the day",
        "8 stewards in the new camp",
        "20 children in the current programme",
    ],
)
def test_nothing(nlp, text):
    assert not kinds(nlp, text) & {DEADLINE, CADENCE}


def test_event_is_named(nlp):
    (when,) = nlp("Load-test the shop before the summer sale")._.okr_whens
    assert when.kind is DEADLINE
    assert when.event == "the summer sale"
    assert when.text == "Load-test the shop before the summer sale"[when.start : when.end]


def test_days_come_from_the_cycle(nlp):
    doc = nlp.make_doc("Launch the beta by 15 January")
    doc._.okr_calendar = Calendar()
    doc._.okr_cycle = (dt.date(2025, 1, 1), dt.date(2025, 3, 31))
    (when,) = nlp(doc)._.okr_whens
    assert (when.kind, when.latest) == (DEADLINE, dt.date(2025, 1, 15))


def test_impossible_day(nlp):
    (when,) = nlp("Launch the beta by 31 June")._.okr_whens
    assert when.impossible
    assert when.latest is None


WORDS = st.sampled_from(
    "Launch launch the a beta by before until within June Q3 Q2 review weekly per week every "
    "second Friday 24 hours of ticket in 2025 ( ) , : - / last next 90 days 31 users report "
    "until they 's reached 40% from to and ahead start end at on over".split()
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=12).map(" ".join)))
def test_any_text(nlp, text):
    whens = nlp(text)._.okr_whens
    for when in whens:
        assert 0 <= when.start < when.end <= len(text)
        assert when.text == text[when.start : when.end]
        if when.earliest and when.latest:
            assert when.earliest <= when.latest
    assert all(a.end <= b.start for a, b in itertools.pairwise(whens))


@pytest.mark.parametrize(
    ("text", "period", "kind"),
    [
        ("Lost parcels: 30 in Q1 → 10 in Q2", "Q1", ATTRIBUTE),
        ("Lost parcels: 30 in Q1 → 10 in Q2", "Q2", DEADLINE),
        ("Lost parcels: 30 (Q1) -> 10 (Q2)", "Q1", ATTRIBUTE),
        ("Cut lost parcels from 30 in Q1 2026 to 10 in Q2 2026", "Q1 2026", ATTRIBUTE),
        ("Cut lost parcels from 30 in Q1 2026 to 10 in Q2 2026", "Q2 2026", DEADLINE),
        ("Cut lost parcels from 30 to 10 in Q2", "Q2", DEADLINE),
        ("Raise weekly parcels to 50 by Q1 → 80 by Q2", "Q1", DEADLINE),
    ],
)
def test_a_period_on_the_side_of_the_baseline_is_no_deadline(nlp, text, period, kind):
    found = {when.kind for when in nlp(text)._.okr_whens if period in when.text}
    assert found == {kind}
