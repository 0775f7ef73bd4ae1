"""Every piece of advice: an answer that must trigger it, and one just short of it that must not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import pytest

from sayback.analysis import advice_design, advice_praise, advice_speech, advice_story
from sayback.analysis.advice import CHANGES, MOST_CHANGES, PRAISE, advise
from sayback.analysis.advice_context import Answer, Rule
from sayback.analysis.report import (
    Content,
    Delivery,
    Design,
    Evidence,
    Filler,
    FillerKind,
    Fillers,
    Finding,
    Pace,
    PacePoint,
    PaceVerdict,
    Part,
    Pause,
    PausePlace,
    Pauses,
    Rate,
    Shares,
    Star,
    StarSentence,
)
from sayback.transcript import Transcript, Word

WORDS = tuple(Word(f"w{i}", float(i), i + 0.9) for i in range(100))


def sentence(part: Part, first: int = 0, last: int = 9) -> StarSentence:
    return StarSentence("", (first, last), float(first), last + 0.9, part, 0.9)


def story(
    parts: str = "STAR",
    *,
    shares: Shares | None = None,
    quantified: bool = True,
    i_count: int = 8,
    we_count: int = 1,
) -> Answer:
    """Return a sound answer of 100 words and 120 s, of which a test spoils one thing."""
    kinds: tuple[Part, ...] = ("S", "T", "A", "R")
    present = [part for part in kinds if part in parts]
    return Answer(
        transcript=Transcript(WORDS),
        pace=Pace(words=100, wpm=150.0, verdict="target"),
        pauses=Pauses(count=4, longest_s=1.2),
        fillers=Fillers(*[Rate(0, 0.0, 0.0)] * 4),
        star=Star(
            applies=True,
            missing=tuple(part for part in kinds if part not in parts),
            shares=shares or Shares(0.15, 0.10, 0.55, 0.20, 0.0),
            sentences=tuple(sentence(part, 10 * i, 10 * i + 9) for i, part in enumerate(present)),
        ),
        content=Content(
            result_quantified=quantified and "R" in parts,
            quantities=(Finding("40 %.", (35,)),) if quantified else (),
            i_count=i_count,
            we_count=we_count,
        ),
        delivery=Delivery(3.0, 6.0, False, False, "typical"),
        speaking_s=120.0,
        target_s=120,
    )


SOUND = story()
UNKNOWN = Answer()


def with_fillers(kind: FillerKind, count: int, *, per_minute: float | None = None) -> Answer:
    name = {"filled_pause": "filled_pauses", "marker": "markers", "repetition": "repetitions"}[kind]
    items = tuple(Filler(kind, "like", (i,), float(i), i + 0.3, 0.9) for i in range(count))
    fillers = replace(SOUND.fillers, items=items, **{name: Rate(count, per_minute, float(count))})
    return replace(SOUND, fillers=fillers)


def with_hedges(count: int) -> Answer:
    hedges = tuple(Finding("I think,", (i, i + 1)) for i in range(count))
    return replace(SOUND, content=replace(SOUND.content, hedges=hedges))


def with_pause(length_s: float, place: PausePlace = "mid_clause") -> Answer:
    item = Pause(10.0, 10.0 + length_s, place)
    return replace(SOUND, pauses=Pauses(count=1, longest_s=length_s, items=(item,)))


def with_pace(wpm: float, verdict: PaceVerdict) -> Answer:
    curve = (PacePoint(7.5, wpm - 20), PacePoint(22.5, wpm + 20))
    return replace(SOUND, pace=Pace(words=100, wpm=wpm, verdict=verdict, curve=curve))


def with_delivery(
    *,
    clipping: bool = False,
    too_quiet: bool = False,
    sd: float = 3.0,
    verdict: Literal["flat", "typical", "lively"] = "typical",
) -> Answer:
    return replace(SOUND, delivery=Delivery(sd, 6.0, clipping, too_quiet, verdict))


def lasting(seconds: float, target_s: int | None = 120) -> Answer:
    return replace(SOUND, speaking_s=seconds, target_s=target_s)


def design(**lacking: tuple[()]) -> Answer:
    found = (Finding("ten million", (3,)),)
    full = Design(found, found, found, found, found)
    return replace(
        SOUND,
        star=Star(applies=False),
        design=True,
        content=Content(quantities=found, design=replace(full, **lacking)),
    )


def shares(situation: float, action: float) -> Answer:
    return story(shares=Shares(situation, 0.1, action, 0.9 - situation - action, 0.0))


CASES: list[tuple[Rule, Answer, Answer]] = [
    (advice_story.tell_what_you_did, replace(SOUND, supposed=True), SOUND),
    (advice_story.say_what_you_did, story("STR"), SOUND),
    (advice_story.end_with_a_result, story("STA"), SOUND),
    (advice_story.put_a_number_on_the_result, story(quantified=False), SOUND),
    (advice_story.put_a_number_on_the_result, story(quantified=False), story("STA")),
    (advice_story.say_i, story(i_count=3, we_count=9), story(i_count=3, we_count=3)),
    (advice_story.say_i, story(i_count=3, we_count=9), story(i_count=2, we_count=3)),
    (advice_story.shorten_the_setup, shares(0.40, 0.45), shares(0.34, 0.45)),
    (advice_story.give_the_action_more_room, shares(0.30, 0.30), shares(0.30, 0.45)),
    (advice_story.name_your_task, story("SAR"), SOUND),
    (advice_story.set_the_scene, story("TAR"), SOUND),
    (advice_story.speak_longer, lasting(59.0), lasting(60.0)),
    (advice_story.speak_longer, lasting(39.0, 80), lasting(40.0, 80)),
    (advice_story.speak_shorter, lasting(181.0), lasting(180.0)),
    (advice_story.speak_shorter, lasting(61.0, 40), lasting(59.0, 40)),
    (advice_speech.mend_the_recording, with_delivery(clipping=True), SOUND),
    (advice_speech.mend_the_recording, with_delivery(too_quiet=True), SOUND),
    (
        advice_speech.pause_instead_of_um,
        with_fillers("filled_pause", 5),
        with_fillers("filled_pause", 4),
    ),
    (
        advice_speech.drop_markers,
        with_fillers("marker", 11, per_minute=5.5),
        with_fillers("marker", 10, per_minute=5.0),
    ),
    (advice_speech.drop_markers, with_fillers("marker", 5), with_fillers("marker", 4)),
    (
        advice_speech.finish_your_sentences,
        with_fillers("repetition", 4),
        with_fillers("repetition", 3),
    ),
    (advice_speech.stand_by_your_words, with_hedges(4), with_hedges(3)),
    (advice_speech.pause_between_clauses, with_pause(2.5), with_pause(2.4)),
    (advice_speech.pause_between_clauses, with_pause(2.5), with_pause(4.0, "boundary")),
    (advice_speech.mend_the_pace, with_pace(215.0, "fast"), with_pace(195.0, "brisk")),
    (advice_speech.mend_the_pace, with_pace(100.0, "slow"), with_pace(120.0, "measured")),
    (
        advice_speech.vary_your_pitch,
        with_delivery(sd=1.5, verdict="flat"),
        with_delivery(sd=2.0, verdict="typical"),
    ),
    (advice_design.ask_before_you_design, design(clarifying_questions=()), design()),
    (advice_design.put_figures_on_the_load, design(figures=()), design()),
    (advice_design.weigh_a_trade_off, design(trade_offs=()), design()),
    (advice_design.name_a_risk, design(risks=()), design()),
    (advice_design.state_your_assumptions, design(assumptions=()), design()),
    (advice_praise.result_with_a_number, SOUND, story(quantified=False)),
    (advice_praise.whole_story, SOUND, story("SAR")),
    (advice_praise.whole_design, design(risks=()), design(risks=(), figures=())),
    (advice_praise.own_part, story(i_count=5, we_count=2), story(i_count=4, we_count=2)),
    (
        advice_praise.few_filled_pauses,
        with_fillers("filled_pause", 1),
        with_fillers("filled_pause", 2),
    ),
    (advice_praise.good_pace, SOUND, with_pace(120.0, "measured")),
    (
        advice_praise.lively_voice,
        with_delivery(sd=4.5, verdict="lively"),
        with_delivery(sd=3.9, verdict="typical"),
    ),
    (advice_praise.figures_given, SOUND, story(quantified=False)),
    (advice_praise.no_stalls, SOUND, with_pause(2.5)),
]


@pytest.mark.parametrize(("rule", "trigger", "other"), CASES)
def test_a_rule_fires_where_it_must_and_only_there(
    rule: Rule, trigger: Answer, other: Answer
) -> None:
    advice = rule(trigger)
    assert advice is not None
    assert advice.headline and advice.because.endswith((".", "?")) and advice.source
    assert rule(other) is None


def test_every_rule_has_such_a_case() -> None:
    assert {rule for rule, _, _ in CASES} == {*CHANGES, *PRAISE}


@pytest.mark.parametrize("rule", [*CHANGES, *PRAISE])
def test_what_is_not_known_gives_no_advice(rule: Rule) -> None:
    assert rule(UNKNOWN) is None


def figures_of(answer: Answer) -> Iterator[tuple[Rule, str]]:
    yield from ((rule, found.because) for rule in CHANGES if (found := rule(answer)))


@pytest.mark.parametrize(
    ("answer", "figure"),
    [
        (with_fillers("filled_pause", 6), "6.0 per 100 words"),
        (with_fillers("marker", 12, per_minute=6.0), "6.0 a minute"),
        (with_pace(215.0, "fast"), "215 words a minute"),
        (shares(0.40, 0.45), "40 %"),
        (lasting(200.0), "3 min 20 s"),
        (story(i_count=3, we_count=9), "“we” 9 times and “I” 3 times"),
        (with_pause(3.1), "3.1 s"),
        (with_delivery(sd=1.5, verdict="flat"), "1.5 semitones"),
    ],
)
def test_advice_names_its_figure(answer: Answer, figure: str) -> None:
    assert any(figure in because for _, because in figures_of(answer))


def test_evidence_is_when_it_was_said() -> None:
    advice = advice_story.put_a_number_on_the_result(story(quantified=False))
    assert advice is not None
    assert advice.evidence == (Evidence(30.0, 39.9),)
    fast = advice_speech.mend_the_pace(with_pace(215.0, "fast"))
    assert fast is not None
    assert fast.evidence == (Evidence(15.0, 30.0),)


def test_a_few_words_give_no_advice_on_rates() -> None:
    few = replace(with_fillers("filled_pause", 9), pace=Pace(words=30))
    assert advice_speech.pause_instead_of_um(few) is None


def test_a_sound_answer_gets_only_praise() -> None:
    (only,) = advise(SOUND)
    assert only.positive
    assert "40 %" in only.because


def test_at_most_three_changes_most_important_first_and_one_praise_last() -> None:
    bad = replace(
        story("S", i_count=1, we_count=9),
        pace=Pace(words=100, wpm=215.0, verdict="fast"),
        delivery=Delivery(1.0, 6.0, True, False, "flat"),
        speaking_s=300.0,
    )
    advice = advise(bad)
    assert [item.positive for item in advice] == [False] * MOST_CHANGES + [True]
    assert [item.headline for item in advice[:2]] == [
        "Say what you did, step by step",
        "End with what came of it",
    ]


def test_nothing_known_gives_nothing() -> None:
    assert advise(UNKNOWN) == ()
