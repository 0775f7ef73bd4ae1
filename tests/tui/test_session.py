"""What changes while the program runs."""

import dataclasses

from sayback.tui.session import Session
from tests.tui.stage import DIVE_DEEP, Stage, TakeQuestion


def session_of(stage: Stage) -> Session:
    session = Session(stage.services())
    session.catalogue = stage.catalogue
    session.look_for_models()
    return session


def test_a_change_counts_at_once_and_is_written(stage):
    session = session_of(stage)
    session.change("audio", microphone="Webcam")

    assert session.microphone_name == "Webcam"
    assert [config.audio.microphone for config in stage.saved] == ["Webcam"]


def test_choosing_what_is_chosen_writes_nothing(stage):
    session_of(stage).change("audio", microphone="")

    assert stage.saved == []


def test_the_model_in_use_is_the_chosen_one_if_it_is_here(stage, tmp_path):
    session = session_of(stage)
    assert session.model_in_use == "base.en"

    session.change("whisper", model="small.en")
    assert session.model_in_use == ""

    session.change("whisper", model=str(tmp_path))
    assert session.model_in_use == tmp_path.name


def test_the_demo_voice_is_understood_without_any_model(stage):
    stage.installed = ()
    session = session_of(stage)
    session.demo_voice = True

    assert session.model_in_use == "demo model"
    assert session.order(TakeQuestion.of(DIVE_DEEP)).demo_voice


def test_a_follow_up_is_linked_to_the_take_and_short(stage):
    session = session_of(stage)
    take = stage.library.get("last")
    found = session.follow_ups(take)

    order = session.follow_up(take, found[0])

    assert order.links == ("2026-11-22/143205-dive-deep",)
    assert order.question.text == found[0].text
    assert order.question.target_s == 45
    assert order.question.id is None


def test_a_take_without_a_question_has_no_follow_ups_of_a_pack(stage):
    take = dataclasses.replace(stage.library.get("last"), question=None, report=None)

    assert session_of(stage).follow_ups(take) == ()


def test_an_analysis_is_news_for_the_lists(stage):
    session = session_of(stage)
    before = session.takes_version
    take = session.analyse(stage.library.get("180000-why-us"))

    assert not take.pending
    assert session.takes_version == before + 1
