"""Fixtures of the end-to-end tests."""

import pytest

from tests.e2e.program import start_program
from tests.e2e.sound_card import own_sound_card, sound_card, virtual_sound_card
from tests.e2e.terminal import open_terminal

__all__ = ["open_terminal", "own_sound_card", "sound_card", "start_program", "virtual_sound_card"]

_TRIES = 3
_IN_REAL_TIME = {"own_sound_card", "sound_card"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give what is heard in real time another try.

    Where other programs keep all processors busy, a sound card in software stutters, and what
    was said is then not what is heard, whatever Sayback does. What is broken fails every time,
    and the summary names what had to be tried again.
    """
    for item in items:
        if _IN_REAL_TIME & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.flaky(reruns=_TRIES - 1))
