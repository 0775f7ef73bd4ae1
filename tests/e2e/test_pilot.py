"""The whole program by Textual's pilot: a real microphone, recorder, engine and loudspeaker."""

from __future__ import annotations

import asyncio

import pytest

from sayback.audio.decode import decode
from sayback.interview.phases import Phase
from sayback.library import Library, TakeQuestion
from sayback.tui.app import SaybackApp
from sayback.tui.live import live_services
from sayback.tui.screens.practice import PracticeScreen
from sayback.tui.screens.report import ReportScreen
from sayback.tui.session import Session
from tests.e2e.sound_card import RATE_HZ, best_match
from tests.e2e.spoken import first_sentences
from tests.tui.pilots import settle, until

pytestmark = pytest.mark.e2e

QUESTION = TakeQuestion(None, "What went well this week?", "behavioural", 60)


async def test_a_spoken_answer_is_recorded_and_reported(sound_card, tmp_path):
    answer = first_sentences(tmp_path, until_s=10.0)
    session = Session(live_services(recordings=tmp_path / "recordings"))
    session.services.first_start.remember()
    app = SaybackApp(session, opening=session.order(QUESTION))

    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, PracticeScreen))
        await pilot.press("enter")
        await until(pilot, lambda: phase_of(app) is Phase.ANSWERING, within_s=30)
        await asyncio.to_thread(sound_card.play_into_room, answer.path)
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReportScreen), within_s=60)
        await settle(pilot)

    (take,) = Library(tmp_path / "recordings").takes()
    said = decode(answer.path, sample_rate_hz=RATE_HZ).samples
    assert best_match(said, decode(take.audio_path, sample_rate_hz=RATE_HZ).samples)[1] >= 0.95
    assert take.question == QUESTION
    assert take.report is not None
    assert take.report.pauses.count == len(answer.pauses)


def phase_of(app: SaybackApp) -> Phase | None:
    screen = app.screen
    return screen._state.snapshot.phase if isinstance(screen, PracticeScreen) else None
