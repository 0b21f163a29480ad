"""Write all that is made from the code: pages, schema, man page, the output that pages show.

python scripts/write_all.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent

if __name__ == "__main__":
    for script in sorted(HERE.glob("write_*.py")):
        if script != Path(__file__):
            print(script.name, flush=True)
            subprocess.run([sys.executable, script], cwd=HERE.parent, check=True)  # noqa: S603
