#!/usr/bin/env python3
"""Check everything that a change must pass: format, lint, types, layers, tests.

`--static` leaves the tests out; anything else goes to `pytest`.
"""

import os
import subprocess
import sys

from _setup import launch, ready
from _setup.workers import pytest_commands

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
LAYERS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
STATIC = {
    "format (ruff)": ["-m", "ruff", "format", "--check", "."],
    "lint (ruff)": ["-m", "ruff", "check", "."],
    "types (mypy)": ["-m", "mypy"],
    "layers (import-linter)": ["-c", LAYERS],
}


def main(arguments: list[str]) -> int:
    """Run every step, also after one that failed, and sum up."""
    launch.ensure(ROOT)
    steps = dict(STATIC)
    if "--static" not in arguments:
        for command in pytest_commands(arguments):
            steps[f"tests ({' '.join(command[1:])})"] = command
    failed = [name for name, command in steps.items() if not _passes(name, command)]
    print(f"\n{len(steps) - len(failed)} of {len(steps)} checks passed.", flush=True)
    for name in failed:
        print(f"Failed: {name}", flush=True)
    return 1 if failed else 0


def _passes(name: str, command: list[str]) -> bool:
    print(f"\n== {name}", flush=True)
    python = ready.venv_python(ROOT)
    return subprocess.run([python, *command], check=False, cwd=ROOT).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
