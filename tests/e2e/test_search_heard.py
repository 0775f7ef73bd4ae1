"""What was once said is searched and heard there: in History, and by the command line's hint."""

from __future__ import annotations

import shlex

import pytest

from sayback.analysis.report import Report, TakeInfo
from sayback.transcript import Transcript, Word
from sayback.tui.moments import LEAD_IN_S
from sayback.tui.screens.takes import TakesScreen
from tests.e2e.heard import (
    add_sounding_take,
    assert_begins_at,
    from_first_sound,
    noise,
    sound_of,
    stage_with_loudspeaker,
    until_heard,
)
from tests.tui.pilots import settle, until

pytestmark = pytest.mark.e2e

LENGTH_S = 14
NEWER, OLDER = noise(LENGTH_S, seed=31), noise(LENGTH_S, seed=32)


def report_of(said):
    """Two words a second, from the first second on."""
    words = tuple(
        Word(text, 1.0 + place / 2, 1.4 + place / 2, 0.9) for place, text in enumerate(said.split())
    )
    return Report(take=TakeInfo(duration_s=float(LENGTH_S)), transcript=Transcript(words))


@pytest.fixture
def stage(tmp_path, sound_card):
    """Lighthouses stand at 2 s and 11 s of the newer take, and at 4.5 s of the older one."""
    with stage_with_loudspeaker(tmp_path / "takes") as stage:
        older = "We never saw any of the old lighthouse that winter."
        between = "and so on, one word after another, until we are far from where it began,"
        newer = f"Once a lighthouse {between} with another lighthouse."
        add_sounding_take(stage.library, "2026-11-21/100000-older", report_of(older), OLDER)
        add_sounding_take(stage.library, "2026-11-22/100000-newer", report_of(newer), NEWER)
        yield stage


@pytest.mark.parametrize(
    ("downs", "audio", "start_s"), [(0, NEWER, 2.0), (1, NEWER, 11.0), (2, OLDER, 4.5)]
)
async def test_enter_plays_the_marked_place_of_a_search(
    stage, sound_card, tmp_path, downs, audio, start_s
):
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, TakesScreen))
        await settle(pilot)
        screen = pilot.app.screen
        await pilot.press("slash", *"lighthouse")
        await until(pilot, lambda: screen._found is not None and screen._found.takes == 2)
        await settle(pilot)
        await pilot.press("enter", *["down"] * downs)
        with sound_card.record_speaker(tmp_path / "heard.wav") as path:
            await pilot.press("enter")
            await until_heard(pilot, path, 0.5)
        await settle(pilot)

    assert_begins_at(from_first_sound(sound_of(path)), audio.samples, start_s - LEAD_IN_S)


def test_the_command_that_a_search_names_plays_the_place(
    stage, sound_card, start_program, tmp_path
):
    environment = {**sound_card.environment, "SAYBACK_RECORDINGS": str(stage.folder)}
    searching = start_program("search", "old lighthouse", environment=environment)
    code, found = searching.finish()
    assert code == 0
    assert "2026-11-21/100000-older" in found
    hint = searching.narration[-1].removeprefix("To hear one: sayback ")

    with sound_card.record_speaker(tmp_path / "heard.wav") as path:
        playing = start_program(*shlex.split(hint), "--to", "5", environment=environment)
        assert playing.finish()[0] == 0
    assert_begins_at(from_first_sound(sound_of(path)), OLDER.samples, 4.0)
