"""What an interviewer would ask next, from what the answer left open."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sayback.analysis import Report
from sayback.questions import Question

TARGET_S = 45
"""A follow-up is answered in 20 to 60 s (convention)."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that digs into an answer."""

    text: str
    why: str
    """What in the answer calls for it."""


def follow_ups(
    report: Report, question: Question | None, *, asked: Collection[str] = ()
) -> tuple[FollowUp, ...]:
    """Return the follow-up questions to an answer, the most telling first.

    Parameters
    ----------
    report
        What is known of the answer; without words only the pack's own questions remain.
    question
        What was asked; None for a question that is in no pack.
    asked
        Texts that were asked before: left out.
    """
    found = [*_from_gaps(report), *_from_pack(question)]
    return tuple(follow_up for follow_up in found if follow_up.text not in asked)


def _from_gaps(report: Report) -> Iterator[FollowUp]:
    content, star = report.content, report.star
    if star.applies and "R" in star.missing:
        yield FollowUp("What came of it in the end?", "The answer names no result.")
    elif star.applies and content.result_quantified is False:
        yield FollowUp("How did you measure that?", "The result has no figure.")
    i_count, we_count = content.i_count or 0, content.we_count or 0
    if star.applies and we_count > i_count:
        yield FollowUp(
            "What exactly was your own part?",
            f"“We” was said {we_count} times, “I” {i_count} times.",
        )


def _from_pack(question: Question | None) -> Iterator[FollowUp]:
    for text in question.follow_ups if question else ():
        yield FollowUp(text, "The pack suggests it for this question.")
