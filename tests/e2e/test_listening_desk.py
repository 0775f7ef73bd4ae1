"""The listening desk over a real loudspeaker: the keys pressed, the moment that is heard."""

from __future__ import annotations

import asyncio
import itertools
import time

import numpy as np
import pytest
import soundfile

from sayback.analysis.report import (
    Advice,
    Evidence,
    Filler,
    Fillers,
    Pause,
    Pauses,
    Rate,
    Report,
    Star,
    StarSentence,
    TakeInfo,
)
from sayback.audio.samples import Audio
from sayback.audio.tempo import change_tempo
from sayback.transcript import Transcript, Word
from sayback.tui.messages import OpenTake
from sayback.tui.screens.report import ReportScreen
from sayback.tui.widgets.timeline_view import TimelineView
from sayback.tui.widgets.transcript_view import TranscriptView
from tests.e2e.heard import (
    add_sounding_take,
    assert_begins_at,
    from_first_sound,
    noise,
    sound_of,
    stage_with_loudspeaker,
    stretch,
    until_heard,
)
from tests.e2e.sound_card import RATE_HZ, best_match
from tests.tui.pilots import settle, until

pytestmark = pytest.mark.e2e

LENGTH_S = 20
WIDE = (160, 50)


NOISE = noise(LENGTH_S, seed=11)
WORDS = tuple(Word(f"word{i}", 1.0 + i, 1.8 + i, 0.9) for i in range(18))


def make_report():
    """A word a second, with one of everything that a key can lead to."""
    sentences = tuple(
        StarSentence("", (first, first + 5), first + 1.0, first + 6.8, part, 0.9)
        for first, part in ((0, "S"), (6, "A"), (12, "R"))
    )
    return Report(
        take=TakeInfo(duration_s=float(LENGTH_S)),
        transcript=Transcript(WORDS),
        fillers=Fillers(
            filled_pauses=Rate(2, 6.0, 11.0),
            items=(
                Filler("filled_pause", "word3", (3,), 4.0, 4.8, 0.9),
                Filler("filled_pause", "word15", (15,), 16.0, 16.8, 0.9),
            ),
        ),
        pauses=Pauses(2, 6.0, 1.2, 1.4, 2, (Pause(8.8, 10.2, "boundary"),)),
        star=Star(applies=True, sentences=sentences),
        advice=(Advice("Rest", "", (Evidence(13.0, 14.0),)),),
    )


@pytest.fixture
def stage(tmp_path, sound_card):
    """A take of noise, and a player that reaches the loudspeaker."""
    with stage_with_loudspeaker(tmp_path / "takes") as stage:
        add_sounding_take(stage.library, "2026-11-22/143205-noise", make_report(), NOISE)
        yield stage


async def open_desk(pilot, stage):
    await settle(pilot)
    pilot.app.screen.post_message(OpenTake(stage.library.get("143205-noise")))
    await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
    await settle(pilot)
    return pilot.app.screen


@pytest.mark.parametrize(
    ("keys", "start_s"),
    [
        ("space", 0.0),
        ("right space", 5.0),
        ("right right full_stop comma comma space", 9.0),
        ("f", 4.0),
        ("f f", 16.0),
        ("right right f F", 4.0),
        ("p", 8.4),
        ("s s", 7.0),
        ("v", 12.6),
        ("3 w w w enter", 4.0),
        ("right l", 1.0),
        ("o", 3.8),
    ],
)  # fmt: skip
async def test_the_moment_that_a_key_asks_for_is_heard(stage, sound_card, tmp_path, keys, start_s):
    async with stage.app().run_test(size=WIDE) as pilot:
        screen = await open_desk(pilot, stage)
        *before, last = keys.split()
        for key in before:
            await pilot.press(key)
            if screen._listening.is_playing:
                # Only the last moment is listened to.
                await pilot.pause(0.3)
        with sound_card.record_speaker(tmp_path / "heard.wav") as path:
            if screen._listening.is_playing:
                screen._listening.toggle()
                await pilot.pause(0.4)
            began_s = path.stat().st_size / 2 / RATE_HZ
            await pilot.press(last)
            await until_heard(pilot, path, 0.5, since_s=began_s)
        cut(path, began_s)
        assert_begins_at(first_heard(path), NOISE.samples, start_s)


def first_heard(path):
    return from_first_sound(sound_of(path))


def cut(path, from_s):
    samples, rate_hz = soundfile.read(path, dtype="float32")
    soundfile.write(path, samples[round(from_s * rate_hz) :], rate_hz)


async def test_a_click_on_a_word_is_heard_from_its_start(stage, sound_card, tmp_path):
    async with stage.app().run_test(size=WIDE) as pilot:
        screen = await open_desk(pilot, stage)
        view = screen.query_one(TranscriptView)
        layout = view._layout_now
        line = layout.line_of_word[11]
        column = next(at for at, piece in layout.lines[line].pieces if piece.word == 11)
        with sound_card.record_speaker(tmp_path / "heard.wav") as path:
            await pilot.click(TranscriptView, offset=(layout.margin_cells + column, line))
            await until_heard(pilot, path, 0.5)
        assert_begins_at(first_heard(path), NOISE.samples, 12.0)


@pytest.mark.parametrize(("keys", "speed"), [("minus", 0.75), ("plus plus", 1.5)])
async def test_slower_and_faster_is_the_same_moment_at_the_same_pitch(
    stage, sound_card, tmp_path, keys, speed
):
    async with stage.app().run_test(size=WIDE) as pilot:
        screen = await open_desk(pilot, stage)
        await pilot.press(*keys.split())
        with sound_card.record_speaker(tmp_path / "noise.wav") as path:
            await pilot.press("f")
            await until_heard(pilot, path, 0.9)
            await pilot.press("space")
        asked = change_tempo(Audio(stretch(NOISE, 4.0, 7.0), RATE_HZ), speed).samples
        assert_begins_at(first_heard(path), asked, 0.0, speed=speed)

        time_s = np.arange(LENGTH_S * RATE_HZ) / RATE_HZ
        screen._listening._audio = Audio((0.3 * np.sin(2 * np.pi * 330 * time_s)).astype(
            np.float32), RATE_HZ)  # fmt: skip
        with sound_card.record_speaker(tmp_path / "tone.wav") as path:
            await pilot.press("f")
            await until_heard(pilot, path, 1.1)
        tone = first_heard(path)[:RATE_HZ]
        loudest_hz = float(np.argmax(np.abs(np.fft.rfft(tone)))) * RATE_HZ / len(tone)
        assert loudest_hz == pytest.approx(330, abs=3)


async def test_cursor_and_spoken_word_keep_up_with_what_is_heard(stage, sound_card, tmp_path):
    """The second microphone's file grows as time passes: its end is now."""
    seen = []
    async with stage.app().run_test(size=WIDE) as pilot:
        screen = await open_desk(pilot, stage)
        timeline, view = screen.query_one(TimelineView), screen.query_one(TranscriptView)
        with sound_card.record_speaker(tmp_path / "heard.wav") as path:
            await pilot.press("space")
            end = time.monotonic() + 5
            while time.monotonic() < end:
                now_s = (path.stat().st_size - 44) / 2 / RATE_HZ
                seen.append((now_s, view.cursor, timeline.position_cell))
                await asyncio.sleep(0.005)
    samples = sound_of(path)
    late_s = []
    for before, after in itertools.pairwise(seen):
        if after[1] != before[1] and after[1]:
            just_heard = samples[: round(after[0] * RATE_HZ)][-round(0.1 * RATE_HZ) :]
            at, score = best_match(just_heard, NOISE.samples)
            if score >= 0.9:  # less in a gap, which a machine that is too busy makes
                now_s = (at + len(just_heard)) / RATE_HZ
                late_s.append(now_s - (WORDS[after[1]].start_s or 0.0))
    assert len(late_s) >= 3
    assert all(-0.1 <= late <= 0.1 for late in late_s), late_s
