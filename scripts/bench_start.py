#!/usr/bin/env python3
"""Measure what `scripts/start.py` adds to a start when there is nothing to set up.

Both commands print the version; they run in turn, so that a machine whose speed drifts does so
for both, and each pair gives one difference and one ratio.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time

from _setup import launch, ready

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def main() -> None:
    """Time both commands and print medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=20, help="pairs of runs (default 20)")
    parser.add_argument(
        "--python", default=sys.executable, help="what start.py is given to (default: this one)"
    )
    options = parser.parse_args()
    launch.ensure(ROOT)
    started = [options.python, os.path.join(ROOT, "scripts", "start.py"), "--version"]
    direct = [ready.venv_python(ROOT), "-m", "sayback", "--version"]
    wall_s(started), wall_s(direct)  # the first run of each reads files into memory
    pairs = [(wall_s(started), wall_s(direct)) for _ in range(options.runs)]
    with_start, without = (statistics.median(column) for column in zip(*pairs, strict=True))
    added = sorted(a - b for a, b in pairs)
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"start.py --version          {with_start:.3f} s")
    print(f".venv -m sayback --version  {without:.3f} s")
    print(
        f"added                       {statistics.median(added):.3f} s"
        f" (from {added[0]:.3f} to {added[-1]:.3f}, {options.runs} pairs), ratio {ratio:.2f}"
    )


def wall_s(command: list[str]) -> float:
    """Run a command to its end and return how long that took."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
