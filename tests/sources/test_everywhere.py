"""What each command and format does with files that are no Markdown."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import jsonschema
import pytest

from okrlint import Settings, lint_file
from okrlint.registry import load_rules
from okrlint.report import render_findings
from tests.sources.office import add_table, personal_template, saved, workbook
from tests.support import Outcome

Run = Callable[..., Outcome]
SCHEMA = Path(__file__).parents[2] / "tests" / "data" / "sarif-schema-2.1.0.json"
CSV = "Objective,Key result,Owner\nShips leave on time,Launch the new roster,Tom\n"
WHERE = 'table 1, row 2, column 1, under "OKRs Q3 2027"'


def team(*rows: tuple[str, str]) -> bytes:
    made = docx.Document()
    made.add_heading("OKRs Q3 2027", 1)
    made.add_paragraph("Mission: Nobody is left on the pier.")
    made.add_paragraph("Objective: Ships leave on time")
    add_table(made, [("Key result", "Owner"), *rows])
    return saved(made)


@pytest.fixture
def files(folder: Path) -> Path:
    Path("team.docx").write_bytes(team(("Launch the new roster", "Tom")))
    Path("plan.csv").write_text(CSV, encoding="utf-8")
    rows = [line.split(",") for line in CSV.splitlines()]
    Path("plan.xlsx").write_bytes(workbook({"OKRs": rows}))
    return folder


ASK = ("check", "--isolated", "--no-cache", "--select", "task-like", "-q")


def test_each_format_has_a_place(files: Path) -> None:
    rules, settings = load_rules(), Settings(select=("task-like",))
    results = [lint_file(name, settings, rules) for name in ("plan.csv", "plan.xlsx", "team.docx")]

    def told(name: str) -> str:
        return render_findings(name, results, rules)

    text = told("text")
    assert f"team.docx:{WHERE}: error: this reads as a task" in text
    assert "\n    | Launch the new roster\n    | ^^^^^^" in text
    assert "plan.xlsx:OKRs!B2: error: " in text
    assert told("concise").splitlines()[0].startswith("plan.csv:B2: error: KR001 task-like: ")
    assert f"\n  {WHERE}  error" in told("grouped")
    found = json.loads(told("json"))
    places = [(one["place"], one["line"], one["column"]) for one in found]
    assert places == [("B2", 2, None), ("OKRs!B2", None, None), (WHERE, None, None)]
    github = told("github").splitlines()
    assert github[0].startswith("::error file=plan.csv,line=2,endLine=2,title=task-like")
    assert github[1].startswith("::error file=plan.xlsx,title=task-like (KR001)::OKRs!B2: this")
    gitlab = json.loads(told("gitlab"))
    assert [one["location"]["lines"]["begin"] for one in gitlab] == [2, 1, 1]
    assert gitlab[2]["description"].startswith(f"{WHERE}: this reads")
    errors = list(ET.fromstring(told("checkstyle")).iter("error"))
    assert [one.get("line") for one in errors] == ["2", "1", "1"]
    assert all(one.get("column") is None for one in errors)
    cases = list(ET.fromstring(told("junit")).iter("testcase"))
    assert cases[1].get("name") == "task-like at OKRs!B2"
    assert cases[1].get("line") is None
    rdjson = json.loads(told("rdjson"))["diagnostics"]
    assert rdjson[0]["location"]["range"] == {"start": {"line": 2}, "end": {"line": 2}}
    assert rdjson[1]["location"] == {"path": "plan.xlsx"}
    assert rdjson[1]["message"].startswith("OKRs!B2: ")
    assert "| place | finding | rule |" in told("markdown")
    assert r"| OKRs\!B2 | **error:**" in told("markdown")


def test_sarif_names_the_place(okrlint: Run, files: Path) -> None:
    log = json.loads(okrlint(*ASK, "-f", "sarif", "plan.csv", "team.docx").out)
    (lined, named) = [one["locations"][0] for one in log["runs"][0]["results"]]
    assert lined["physicalLocation"]["region"] == {"startLine": 2, "endLine": 2}
    assert lined["logicalLocations"] == [{"fullyQualifiedName": "B2"}]
    assert named["physicalLocation"] == {"artifactLocation": {"uri": "team.docx"}}
    assert named["logicalLocations"] == [{"fullyQualifiedName": WHERE}]
    assert log["runs"][0]["results"][1]["message"]["text"].startswith(f"{WHERE}: this reads")
    if SCHEMA.exists():
        jsonschema.validate(log, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_outline_and_why(okrlint: Run, files: Path) -> None:
    Path("mine.docx").write_bytes(saved(personal_template()))
    shown = okrlint("outline", "mine.docx").out
    assert shown.count('"Personal OKRs"') == 1 + 3 + 9
    (read,) = json.loads(okrlint("outline", "-f", "json", "plan.xlsx").out)
    key_result = read["objectives"][0]["key_results"][0]
    assert (key_result["place"], key_result["line"]) == ("OKRs!B2", None)
    why = okrlint("outline", "--why", "plan.xlsx")
    assert "OKRs!A2 to OKRs!C2" in why.out
    asked = okrlint("outline", "--why", "plan.xlsx:2")
    assert asked.code == 2
    assert "plan.xlsx: has no lines of Markdown; leave the line out" in asked.err


def test_fix_leaves_them_alone_and_says_so(okrlint: Run, files: Path) -> None:
    before = Path("team.docx").read_bytes()
    for option in ("--fix", "--fix-diff"):
        outcome = okrlint(*ASK, option, "team.docx")
        assert "team.docx: --fix writes Markdown alone, so this file stays as it is" in outcome.err
    assert Path("team.docx").read_bytes() == before
    assert okrlint(*ASK, "--fix", "team.docx").code == 1


def test_what_is_kept_has_the_place_of_today(okrlint: Run, files: Path) -> None:
    ask = ("--isolated", "--select", "key-result-count", "-f", "concise")
    first = okrlint("check", *ask, "plan.csv", "team.docx").out
    assert [line.split(": ")[0] for line in first.splitlines()][:1] == ["plan.csv:A2"]
    assert "\nteam.docx:" in first
    assert okrlint("check", *ask, "plan.csv", "team.docx").out == first
    Path("plan.csv").write_text("\n\n" + CSV, encoding="utf-8")
    assert okrlint("check", *ask, "plan.csv").out.startswith("plan.csv:A4: ")


def test_a_baseline_and_a_page_to_look_at(okrlint: Run, files: Path) -> None:
    assert okrlint("baseline", "create", "--isolated", "team.docx", "plan.csv").code == 0
    outcome = okrlint(*ASK, "--baseline", ".okrlint-baseline.json", "team.docx", "plan.csv")
    assert outcome.code == 0
    page = okrlint("report", "--isolated", "--no-cache", "team.docx").out
    assert "table 1, row 2, column 1, under &quot;OKRs Q3 2027&quot;" in page
    review = okrlint("review", "--isolated", "plan.xlsx").out
    assert r"(OKRs\!B2)" in review


def test_diff_asks_row_by_row(okrlint: Run, files: Path) -> None:
    def git(*args: str) -> None:
        named = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        subprocess.run(["git", *named, *args], check=True, capture_output=True)

    git("init")
    git("add", "team.docx")
    git("commit", "-m", "first")
    Path("team.docx").write_bytes(
        team(("Launch the new roster", "Tom"), ("Order the new radios", "Ida"))
    )
    found = json.loads(okrlint(*ASK, "-f", "json", "--diff", "HEAD", "team.docx").out)
    assert [one["place"] for one in found] == [WHERE.replace("row 2", "row 3")]


def test_folders_hold_what_include_says(okrlint: Run, files: Path) -> None:
    assert okrlint("check", "--show-files", ".").out == "bad.md\ngood.md\n"
    Path("office.toml").write_text('include = ["*.docx", "*.csv"]\n', encoding="utf-8")
    shown = okrlint("check", "--config", "office.toml", "--show-files", ".").out
    assert shown == "plan.csv\nteam.docx\n"


@pytest.mark.parametrize(("extra", "module"), [("docx", "mammoth"), ("xlsx", "openpyxl")])
def test_without_the_extra(
    extra: str, module: str, okrlint: Run, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    name = {"docx": "team.docx", "xlsx": "plan.xlsx"}[extra]
    outcome = okrlint("check", "--isolated", name)
    assert outcome.code == 2
    assert outcome.err.splitlines()[0] == (
        f"okrlint: error: {name}: needs one more package, "
        f"install it with: pip install 'okrlint[{extra}]'"
    )
