"""What is published: whole, the same bytes from the same files, one version everywhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

import okrlint
from tests.test_precommit import make_clone

ROOT = Path(__file__).parents[1]
RELEASE = ROOT / ".github" / "workflows" / "release.yml"

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def build(folder: Path) -> dict[str, Path]:
    """The sdist and the wheel of a copy of this checkout, built where it lies."""
    clone = make_clone(folder)
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", str(clone)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.suffix: path for path in (clone / "dist").iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    if shutil.which("git") is None or find_spec("hatch_fancy_pypi_readme") is None:
        pytest.skip("needs git and hatchling with its plugin")
    return build(tmp_path_factory.mktemp("one"))


def test_the_same_files_give_the_same_bytes(
    built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    again = build(tmp_path_factory.mktemp("two"))
    for kind, path in built.items():
        assert path.read_bytes() == again[kind].read_bytes(), path.name


@needs_git
def test_the_sdist_holds_the_whole_checkout(built: dict[str, Path]) -> None:
    with tarfile.open(built[".gz"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    missing = {n for n in done.stdout.splitlines() if (ROOT / n).is_file()} - names
    assert not missing
    assert names - {*done.stdout.splitlines()} == {"PKG-INFO"}


def test_the_wheel_holds_the_package_and_nothing_else(built: dict[str, Path]) -> None:
    with zipfile.ZipFile(built[".whl"]) as archive:
        names = {n for n in archive.namelist() if ".dist-info/" not in n and ".data/" not in n}
        data = {n.partition(".data/data/")[2] for n in archive.namelist() if ".data/" in n}
    packages = {"okrlint": ROOT / "okrlint", "okrlint_rules": ROOT / "rules" / "okrlint_rules"}
    wanted = {
        f"{name}/{path.relative_to(folder).as_posix()}"
        for name, folder in packages.items()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == wanted
    assert data == {"share/man/man1/okrlint.1"}


def test_its_description_has_no_address_that_only_a_checkout_knows(built: dict[str, Path]) -> None:
    with zipfile.ZipFile(built[".whl"]) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith("/METADATA"))
        metadata = Parser().parsestr(archive.read(name).decode())
    assert metadata["Version"] == okrlint.__version__
    description = str(metadata.get_payload())
    links = re.findall(r"\]\(([^)]*)\)", description)
    assert len(links) > 10
    assert [link for link in links if not link.startswith("https://")] == []
    for link in links:
        if f"/v{okrlint.__version__}/" in link:
            assert (ROOT / link.partition(f"/v{okrlint.__version__}/")[2]).exists(), link
    assert "![okrlint on the example file](https://raw." in description


@pytest.mark.skipif(find_spec("twine") is None, reason="twine is not installed")
def test_twine_has_nothing_to_say_against_it(built: dict[str, Path]) -> None:
    command = [sys.executable, "-m", "twine", "check", "--strict", *map(str, built.values())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_version_stands_in_one_place_and_the_docs_agree() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert not re.search(r"^version\s*=", project, re.MULTILINE)
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for rev in re.findall(r"rev: v(\S+)", page.read_text(encoding="utf-8")):
            assert rev == okrlint.__version__, page.name


class TestRelease:
    def workflow(self) -> dict[str, Any]:
        data: dict[str, Any] = yaml.safe_load(RELEASE.read_text(encoding="utf-8"))
        return data

    def test_only_the_job_that_publishes_may_ask_for_a_token(self) -> None:
        workflow = self.workflow()
        assert workflow["permissions"] == {}
        rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
        assert rights == {
            "build": {"contents": "read"},
            "try": {"contents": "read"},
            "publish": {"id-token": "write"},
        }
        assert "secrets." not in RELEASE.read_text(encoding="utf-8")
        assert "password" not in str(workflow["jobs"])

    def test_nothing_is_published_that_was_not_tried_on_every_python(self) -> None:
        jobs = self.workflow()["jobs"]
        assert set(jobs["publish"]["needs"]) == {"build", "try"}
        project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        supported = re.findall(r"Python :: (3\.\d+)", project)
        assert jobs["try"]["strategy"]["matrix"]["python"] == supported

    @pytest.mark.parametrize(("tag", "code"), [("v" + okrlint.__version__, 0), ("v9.9", 1)])
    def test_a_tag_that_is_not_the_version_ends_it(self, tag: str, code: int) -> None:
        steps = {s["name"]: s for s in self.workflow()["jobs"]["build"]["steps"] if "name" in s}
        script = steps["The tag is the version"]["run"].replace("python ", f"{sys.executable} ")
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=ROOT, env={"TAG": tag, "PATH": "/usr/bin:/bin"}, check=False, capture_output=True,
        )  # fmt: skip
        assert done.returncode == code
