"""Compare a rendered report with the one that was looked at and found good.

UPDATE_GOLDEN=1 writes the files anew: look at the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check_golden(name: str, text: str) -> None:
    """Fail where the text differs from the file of that name."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.exists(), f"{name} is missing: run with UPDATE_GOLDEN=1, then read it"
    assert text == path.read_text(encoding="utf-8")
