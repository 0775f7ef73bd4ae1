#!/usr/bin/env python3
"""Run all tests, setting up first what they need.

Give it what `pytest` takes: `python3 scripts/test.py tests/analysis -k pauses`. Without that, all
tests are run: the end-to-end ones alone, then all others two at a time.
"""

import os
import sys

from _setup import launch
from _setup.workers import pytest_commands

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def main(arguments: list[str]) -> int:
    """Set up, then run `pytest`; the exit code is the first that is no success."""
    launch.ensure(ROOT)
    from _setup.end_to_end import provide_tools

    provide_tools(ROOT)
    os.chdir(ROOT)
    codes = [launch.run(ROOT, command) for command in pytest_commands(arguments)]
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
