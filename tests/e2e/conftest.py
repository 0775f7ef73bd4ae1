"""Fixtures of the end-to-end tests."""

from tests.e2e.program import start_program
from tests.e2e.sound_card import own_sound_card, sound_card, virtual_sound_card
from tests.e2e.terminal import open_terminal

__all__ = ["open_terminal", "own_sound_card", "sound_card", "start_program", "virtual_sound_card"]
