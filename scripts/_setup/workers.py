"""How the tests are run: all of them two at a time, a few as they are asked for."""

from __future__ import annotations

from collections.abc import Sequence

# End-to-end tests stay with one worker, one after another: they make and hear sound, and mostly
# wait for it. The other tests are done meanwhile.
TWO_AT_A_TIME = ("-n", "2", "--dist", "loadgroup")


def pytest_command(arguments: Sequence[str]) -> list[str]:
    """Return what Python is given to run `pytest` with those arguments, or everything."""
    return ["-m", "pytest", *(arguments or TWO_AT_A_TIME)]
