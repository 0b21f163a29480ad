"""`okrlint outline`: what was read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.support import Outcome

Run = Callable[..., Outcome]


def test_the_tree(okrlint: Run, folder: Path) -> None:
    Path("one.md").write_text(
        "# OKRs Q3 2025\n\nMission: Fresh bread.\n\n## Objective 1: Waste less\n\n"
        "- [ ] KR 1.1: Unsold loaves fall from 40 to 10\n- ~~KR 1.2: No bins~~\n",
        encoding="utf-8",
    )
    assert okrlint("outline", "one.md") == Outcome(
        0,
        "one.md\n"
        'cycle  2025-07-01 to 2025-09-30 ("Q3 2025", title, line 1)\n'
        "mission  Fresh bread.  :3\n"
        "└─ Objective 1  Waste less  :5\n"
        "   ├─ [ ] KR 1.1  Unsold loaves fall from 40 to 10  :7\n"
        "   └─ KR 1.2  No bins (dropped)  :8\n",
        "",
    )


def test_json(okrlint: Run, folder: Path) -> None:
    (document,) = json.loads(okrlint("outline", "--output-format", "json", "good.md").out)
    assert document["path"] == "good.md"
    assert document["cycle"]["start"] == "2025-07-01"
    assert document["cycle"]["end"] == "2025-09-30"
    assert document["cycle"]["found"] == "title"
    assert document["mission"]["text"] == "Fresh bread for every street."
    assert [objective["line"] for objective in document["objectives"]] == [5, 10, 15]
    key_result = document["objectives"][0]["key_results"][0]
    assert key_result["text"] == "Regular customers rise from 120 to 200"
    assert (key_result["line"], key_result["column"]) == (7, 9)
    assert key_result["due"] == {"date": "2025-09-30", "event": None, "source": "title"}
    reading = key_result["reading"]
    assert reading["promise"] == "outcome"
    assert reading["measurable"] is True
    assert reading["baseline"] is True
    assert reading["deadline"] is None


def test_a_file_without_okrs(okrlint: Run, folder: Path) -> None:
    Path("notes.md").write_text("# Lunch\n", encoding="utf-8")
    assert okrlint("outline", "notes.md") == Outcome(0, "notes.md\n└─ no OKRs found\n", "")
    (document,) = json.loads(okrlint("outline", "-f", "json", "notes.md").out)
    assert document["objectives"] == []


def test_json_says_whose_an_objective_is_and_what_the_page_is_for(
    okrlint: Run, folder: Path
) -> None:
    Path("review.md").write_text(
        "# OKR check-in, Q3 2025\n\n## Bakers\n\n### O1: Waste less\n\n- KR1: 10 loaves left\n",
        encoding="utf-8",
    )
    (document,) = json.loads(okrlint("outline", "-f", "json", "review.md").out)
    assert document["nature"] == "check-in"
    assert document["objectives"][0]["section"] == ["Bakers"]
    (document,) = json.loads(okrlint("outline", "-f", "json", "good.md").out)
    assert document["nature"] is None
    assert document["objectives"][0]["section"] == []
