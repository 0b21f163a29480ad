"""What LibreOffice writes; it takes half a minute, so it runs when asked for: `nox -s office`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from okrlint import parse
from okrlint.sources import load_source
from tests.sources.office import KEY_RESULTS, MISSION, OBJECTIVES, personal_template, saved

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    not os.environ.get("OKRLINT_OFFICE") or OFFICE is None,
    reason="asks for OKRLINT_OFFICE=1 and LibreOffice",
)
PAGE = """\
<html><body><h1>Bell tower OKRs Q3 2027</h1><p>Mission: Nobody is late.</p>
<h2>Objective 1: The bells ring on the hour</h2><p><b>Key results</b></p>
<ul><li>Late strikes fall from 12 to 1 a week</li><li><s>2 bells are cast anew</s></li></ul>
<h2>Objective 2: Ringers stay</h2>
<table><tr><th>Key result</th><th>Owner</th></tr><tr><td>8 of 10 ringers stay</td><td>Ida</td></tr>
</table></body></html>
"""
SHEET = "Objective,Key result,Target\nShips leave on time,Late departures,12%\n,Crane hours,100\n"


def convert(file: Path, ending: str, *options: str) -> Path:
    """The file as LibreOffice writes it in another format."""
    home = f"-env:UserInstallation={(file.parent / 'office').as_uri()}"
    call = [str(OFFICE), home, "--headless", *options, "--convert-to", ending]
    subprocess.run(
        [*call, "--outdir", str(file.parent), str(file)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return file.with_suffix(f".{ending.split(':', maxsplit=1)[0]}")


def tree(file: Path) -> list[tuple[str, list[str]]]:
    source = load_source(file)
    document = parse(source.text, file.name, places=source.places)
    return [
        (one.prose.text, [key.prose.text for key in one.key_results]) for one in document.objectives
    ]


def test_the_template_of_the_course_there_and_back(tmp_path: Path) -> None:
    made = tmp_path / "template.docx"
    made.write_bytes(saved(personal_template()))
    convert(made, "odt").rename(tmp_path / "back.odt")
    back = convert(tmp_path / "back.odt", "docx")
    assert tree(back) == list(zip(OBJECTIVES, map(list, KEY_RESULTS), strict=True))
    assert MISSION in load_source(back).text


def test_a_document_with_the_styles_of_writer(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    convert(page, "odt", "--infilter=HTML (StarWriter)")
    assert tree(convert(tmp_path / "page.odt", "docx")) == [
        (
            "The bells ring on the hour",
            ["Late strikes fall from 12 to 1 a week", "2 bells are cast anew"],
        ),
        ("Ringers stay", ["8 of 10 ringers stay"]),
    ]


def test_a_workbook_of_calc(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(SHEET, encoding="utf-8")
    assert tree(convert(tmp_path / "plan.csv", "xlsx")) == [
        ("Ships leave on time", ["Late departures", "Crane hours"])
    ]
