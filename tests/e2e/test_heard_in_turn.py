"""Two takes over a real loudspeaker: a key pressed, the moment of A and then of B that is heard."""

from __future__ import annotations

import pytest

from sayback.analysis.report import Report, TakeInfo
from sayback.transcript import Transcript, Word
from sayback.tui.messages import OpenComparison
from sayback.tui.screens.compare import CompareScreen
from tests.e2e.heard import (
    TOLERANCE_S,
    add_sounding_take,
    noise,
    played,
    sound_of,
    stage_with_loudspeaker,
)
from tests.tui.pilots import settle, until

pytestmark = pytest.mark.e2e

LENGTH_S = 12
A, B = noise(LENGTH_S, seed=21), noise(LENGTH_S, seed=22)
SAID = "We saw it. I um looked. It held. They were glad."


def report_of(said, *, begins_s):
    """Half a second a word, each sentence one after another."""
    words = tuple(
        Word(text, begins_s + place / 2, begins_s + place / 2 + 0.45, 0.9)
        for place, text in enumerate(said.split())
    )
    return Report(take=TakeInfo(duration_s=float(LENGTH_S)), transcript=Transcript(words))


@pytest.fixture
def stage(tmp_path, sound_card):
    """The same words twice: B begins 3 s later and leaves out the "um", 2 s into A."""
    with stage_with_loudspeaker(tmp_path / "takes") as stage:
        add_sounding_take(
            stage.library, "2026-11-22/100000-a", report_of(SAID, begins_s=1.0), A
        )  # fmt: skip
        add_sounding_take(
            stage.library, "2026-11-22/110000-b",
            report_of(SAID.replace("um ", ""), begins_s=4.0), B,
        )  # fmt: skip
        yield stage


async def listen_to(stage, sound_card, path, keys):
    """Open both takes, press keys, and hear them out."""
    async with stage.app().run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        takes = (stage.library.get("100000-a"), stage.library.get("110000-b"))
        pilot.app.screen.post_message(OpenComparison(*takes))
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        await settle(pilot)
        in_turn = pilot.app.screen._in_turn
        with sound_card.record_speaker(path):
            await pilot.press(*keys)
            await until(pilot, lambda: in_turn.heard is None, within_s=30)
            await pilot.pause(0.5)  # what has left the player is still on its way
        await settle(pilot)
    return sound_of(path)


@pytest.mark.parametrize(
    ("keys", "a_s", "b_s"),
    [
        (["space"], (1.0, 2.45), (4.0, 5.45)),
        # "I um looked" against "I looked", the only place that differs.
        (["n", "space"], (2.5, 3.95), (5.5, 6.45)),
        # The place after it, where B is no longer 3 s but 2.5 s later than A.
        (["n", "down", "space"], (4.0, 4.95), (6.5, 7.45)),
    ],
)
async def test_one_key_plays_a_and_then_b_from_the_aligned_place(
    stage, sound_card, tmp_path, keys, a_s, b_s
):
    heard = await listen_to(stage, sound_card, tmp_path / "heard.wav", keys)

    assert_played(heard, ("a", *a_s), ("b", *b_s))


def assert_played(heard, *expected):
    """Show that just these stretches were heard, each from its start to its end."""
    found = played(heard, {"a": A, "b": B})
    assert [name for name, *_ in found] == [name for name, *_ in expected]
    for (_, *moments), (_, *asked) in zip(found, expected, strict=True):
        assert moments == pytest.approx(asked, abs=TOLERANCE_S)


@pytest.mark.parametrize("turn", [("a", 2.5, 3.95), ("b", 5.5, 6.45)])
async def test_one_take_alone_is_heard_from_there(stage, sound_card, tmp_path, turn):
    heard = await listen_to(stage, sound_card, tmp_path / "heard.wav", ["n", turn[0]])

    assert_played(heard, turn)
