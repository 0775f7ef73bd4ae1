"""Advice on the story: its parts, its figures, and who did it."""

from __future__ import annotations

from sayback.analysis.advice_context import (
    AMAZON,
    CONVENTION,
    Answer,
    length,
    of_sentences,
    per_cent,
    times,
    whole,
)
from sayback.analysis.report import Advice, Evidence, StarSentence

_MIN_WE = 4
"""With fewer "we" there is no habit to speak of."""


def tell_what_you_did(answer: Answer) -> Advice | None:
    """Fire where a story was asked for; the answer supposes."""
    if not answer.supposed:
        return None
    return Advice(
        "Tell one thing that really happened",
        "The question asks for experience, and the answer says what you would do.",
        whole(answer),
        CONVENTION,
    )


def say_what_you_did(answer: Answer) -> Advice | None:
    """Fire where no sentence tells of an action."""
    if not _lacks(answer, "A"):
        return None
    return Advice(
        "Say what you did, step by step",
        "No sentence tells of a step that you took: "
        f"{per_cent(answer.thresholds.action_share_min)} of an answer or more is usual.",
        whole(answer),
        CONVENTION,
    )


def end_with_a_result(answer: Answer) -> Advice | None:
    """Fire where no sentence tells of a result."""
    if not _lacks(answer, "R"):
        return None
    return Advice(
        "End with what came of it",
        "No sentence tells of a result: say what changed, for whom, and how you know.",
        _last_moment(answer),
        CONVENTION,
    )


def put_a_number_on_the_result(answer: Answer) -> Advice | None:
    """Fire where there is a result, and no figure in it."""
    told = any(sentence.part == "R" for sentence in answer.star.sentences)
    if not told or answer.content.result_quantified is not False:
        return None
    return Advice(
        "Put a number on the result",
        "The result holds no figure: how much, how many, how fast, or how long since?",
        of_sentences(answer, "R"),
        AMAZON,
    )


def say_i(answer: Answer) -> Advice | None:
    """Fire where there is more "we" than "I"."""
    i_count, we_count = answer.content.i_count, answer.content.we_count
    if not answer.star.applies or i_count is None or we_count is None:
        return None
    if we_count < _MIN_WE or we_count <= i_count:
        return None
    return Advice(
        "Say “I” for what you did yourself",
        f"You said “we” {times(we_count)} and “I” {times(i_count) if i_count else 'never'}: "
        "nobody can tell your part from the team's.",
        of_sentences(answer, "A"),
        AMAZON,
    )


def shorten_the_setup(answer: Answer) -> Advice | None:
    """Fire where the situation takes far more than is advised."""
    share, limits = answer.star.shares.S, answer.thresholds
    if not answer.star.applies or share is None or share <= limits.situation_share_flagged:
        return None
    return Advice(
        "Shorten the set-up",
        f"The situation takes {per_cent(share)} of the answer; "
        f"up to {per_cent(limits.situation_share_max)} is advised.",
        of_sentences(answer, "S"),
        CONVENTION,
    )


def give_the_action_more_room(answer: Answer) -> Advice | None:
    """Fire where there are actions, and little of them."""
    share, limits = answer.star.shares.A, answer.thresholds
    if not answer.star.applies or not share or share >= limits.action_share_min:
        return None
    return Advice(
        "Give what you did more room",
        f"Your actions take {per_cent(share)} of the answer; "
        f"{per_cent(limits.action_share_min)} or more is advised.",
        of_sentences(answer, "A"),
        CONVENTION,
    )


def name_your_task(answer: Answer) -> Advice | None:
    """Fire where no sentence says what the speaker had to achieve."""
    if not _lacks(answer, "T"):
        return None
    return Advice(
        "Say what was asked of you",
        "No sentence tells your own task or goal, so the result has nothing to be held against.",
        _first_moment(answer),
        CONVENTION,
    )


def set_the_scene(answer: Answer) -> Advice | None:
    """Fire where no sentence gives the background."""
    if not _lacks(answer, "S"):
        return None
    return Advice(
        "Set the scene in a sentence",
        "No sentence says where and when this was, and what the trouble was.",
        _first_moment(answer),
        CONVENTION,
    )


def speak_longer(answer: Answer) -> Advice | None:
    """Fire where the answer is shorter than the question deserves."""
    limits_s = answer.limits_s
    if answer.speaking_s is None or limits_s is None or answer.speaking_s >= limits_s[0]:
        return None
    return Advice(
        "Say more",
        f"You spoke for {length(answer.speaking_s)}; "
        f"under {length(limits_s[0])} there is hardly room for what you did and what came of it.",
        (),
        CONVENTION,
    )


def speak_shorter(answer: Answer) -> Advice | None:
    """Fire where the answer is longer than anybody listens."""
    limits_s = answer.limits_s
    if answer.speaking_s is None or limits_s is None or answer.speaking_s <= limits_s[1]:
        return None
    return Advice(
        "Come to the end sooner",
        f"You spoke for {length(answer.speaking_s)}; over {length(limits_s[1])} few still listen.",
        _last_moment(answer),
        CONVENTION,
    )


def _lacks(answer: Answer, part: str) -> bool:
    return bool(answer.star.applies) and part in answer.star.missing and answer.words > 0


def _first_moment(answer: Answer) -> tuple[Evidence, ...]:
    return _moment_of(answer.star.sentences[:1])


def _last_moment(answer: Answer) -> tuple[Evidence, ...]:
    return _moment_of(answer.star.sentences[-1:])


def _moment_of(sentences: tuple[StarSentence, ...]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(sentence.start, sentence.end)
        for sentence in sentences
        if sentence.start is not None and sentence.end is not None
    )
