"""What the documents say is what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def load_script(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_command_and_option_is_documented_as_it_is():
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    assert page == load_script("make_docs").commands_page(), (
        "docs/commands.md is out of date; run scripts/make_docs.py"
    )


def test_every_file_that_the_readme_names_exists():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)\)", readme)

    assert links
    for link in links:
        assert link.startswith("http") or (ROOT / link).exists(), link
