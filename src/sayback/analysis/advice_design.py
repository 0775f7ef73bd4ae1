"""Advice on a system-design answer: what its checklist lacks."""

from __future__ import annotations

from sayback.analysis.advice_context import CONVENTION, Answer, whole
from sayback.analysis.report import Advice

_INTERVIEWERS = "interviewers' advice to candidates"


def ask_before_you_design(answer: Answer) -> Advice | None:
    """Fire where nothing was asked."""
    if not _is_design(answer) or answer.content.design.clarifying_questions:
        return None
    return Advice(
        "Ask before you design",
        "No clarifying question was heard: who uses it, how much, and what must never happen?",
        whole(answer)[:1],
        _INTERVIEWERS,
    )


def put_figures_on_the_load(answer: Answer) -> Advice | None:
    """Fire where nothing was estimated."""
    if not _is_design(answer) or answer.content.design.figures:
        return None
    return Advice(
        "Put figures on the load",
        "No figure was heard: requests a second, data a day, or how long anything may take.",
        whole(answer)[:1],
        _INTERVIEWERS,
    )


def weigh_a_trade_off(answer: Answer) -> Advice | None:
    """Fire where no alternative was weighed."""
    if not _is_design(answer) or answer.content.design.trade_offs:
        return None
    return Advice(
        "Weigh one choice aloud",
        "No trade-off was heard: say what you chose, against what, and what it costs.",
        whole(answer)[:1],
        _INTERVIEWERS,
    )


def name_a_risk(answer: Answer) -> Advice | None:
    """Fire where nothing can go wrong."""
    if not _is_design(answer) or answer.content.design.risks:
        return None
    return Advice(
        "Say what can go wrong",
        "No risk was heard: what fails first, what is attacked, and what happens then?",
        whole(answer)[:1],
        _INTERVIEWERS,
    )


def state_your_assumptions(answer: Answer) -> Advice | None:
    """Fire where nothing was assumed aloud."""
    if not _is_design(answer) or answer.content.design.assumptions:
        return None
    return Advice(
        "Say what you assume",
        "No assumption was heard: where you were not told, say what you take for granted.",
        whole(answer)[:1],
        CONVENTION,
    )


def _is_design(answer: Answer) -> bool:
    return answer.design and answer.words > 0
