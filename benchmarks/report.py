"""What the report costs: `python -m benchmarks.report` in a checkout, with Chromium and playwright.

Two hundred documents are checked, then reported: the ratio of processor time is told, and how soon
a headless Chromium has loaded the page.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.lsp import make_document

DOCUMENTS = 200
LINES = 48
RUNS = 3
OPENED = 7


def processor_time(folder: Path, *args: str) -> float:
    """Seconds of processor time of one run of okrlint."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "okrlint", *args, "--no-cache", "."]
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def load_times(page: Path) -> list[float]:
    """Milliseconds until the page is loaded, in new tabs of one browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        found: list[float] = []
        for _ in range(OPENED):
            tab = browser.new_page(viewport={"width": 1280, "height": 900})
            tab.goto(page.as_uri())
            script = "performance.getEntriesByType('navigation')[0].loadEventEnd"
            found.append(float(tab.evaluate(script)))
            tab.close()
        browser.close()
    return found


def main() -> None:
    """Print a line for each figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(DOCUMENTS):
            text = "\n".join(make_document("").split("\n")[:LINES])
            text = text.replace("shop ", f"shop {number}-")
            (folder / f"okrs-{number:03}.md").write_text(text, encoding="utf-8")
        checks = [processor_time(folder, "check", "-f", "json") for _ in range(RUNS)]
        reports = [processor_time(folder, "report", "-o", "page.html") for _ in range(RUNS)]
        check, report = statistics.median(checks), statistics.median(reports)
        print(f"check of {DOCUMENTS} documents, processor time   {check:6.2f} s")
        print(f"report of them                            {report:6.2f} s")
        print(f"ratio (floor: 1.3)                        {report / check:6.2f}")
        size = (folder / "page.html").stat().st_size / 1e6
        print(f"size of the page                          {size:6.2f} MB")
        times = load_times(folder / "page.html")
        print(f"loaded in Chromium, median and worst      {statistics.median(times):6.0f} ms"
              f" {max(times):6.0f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
