#!/usr/bin/env python3
"""Run all tests, setting up first what they need.

Give it what `pytest` takes: `python3 scripts/test.py tests/analysis -k pauses`. Without that, all
tests are run, two at a time.
"""

import os
import sys

from _setup import launch
from _setup.workers import pytest_command

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def main(arguments: list[str]) -> int:
    """Set up, then go on as `pytest`."""
    launch.ensure(ROOT)
    from _setup.end_to_end import provide_tools

    provide_tools(ROOT)
    os.chdir(ROOT)
    return launch.hand_over(ROOT, pytest_command(arguments), {})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
