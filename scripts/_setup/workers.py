"""How the tests are run: what makes and hears sound alone, all others two at a time."""

from __future__ import annotations

from collections.abc import Sequence

# A busy neighbour makes the sound card stutter, and then it isn't the program that is tested.
ALONE = ("-m", "e2e")
TWO_AT_A_TIME = ("-m", "not e2e", "-n", "2")


def pytest_commands(arguments: Sequence[str]) -> list[list[str]]:
    """Return what Python is given to run `pytest` with those arguments, or everything."""
    return [["-m", "pytest", *given] for given in ([arguments] if arguments else _EVERYTHING)]


_EVERYTHING = (ALONE, TWO_AT_A_TIME)
