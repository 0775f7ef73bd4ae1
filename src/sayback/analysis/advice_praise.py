"""The one thing that went well: the first of these that the figures bear out."""

from __future__ import annotations

from sayback.analysis.advice_context import (
    AMAZON,
    CONVENTION,
    MIN_WORDS,
    Answer,
    length,
    of_findings,
    of_sentences,
    times,
)
from sayback.analysis.report import Advice, Evidence, Finding

_MIN_I = 3


def result_with_a_number(answer: Answer) -> Advice | None:
    """Fire where the result holds a figure."""
    if not answer.content.result_quantified:
        return None
    spans = [s.words for s in answer.star.sentences if s.part == "R"]
    inside = [
        finding
        for finding in answer.content.quantities
        if any(first <= finding.words[0] <= last for first, last in spans)
    ]
    return _praise(
        "Your result has a number in it",
        f"You said what came of it, with a figure: “{_bare(inside[0])}”.",
        of_findings(answer, inside),
        AMAZON,
    )


def whole_story(answer: Answer) -> Advice | None:
    """Fire where all four parts are there."""
    if not answer.star.applies or answer.star.missing or not answer.star.sentences:
        return None
    return _praise(
        "The story is complete",
        "Situation, task, action and result are all there.",
        (),
        CONVENTION,
    )


def whole_design(answer: Answer) -> Advice | None:
    """Fire where at least four points of the design checklist are there."""
    design = answer.content.design
    points = {
        "questions": design.clarifying_questions, "assumptions": design.assumptions,
        "figures": design.figures, "trade-offs": design.trade_offs, "risks": design.risks,
    }  # fmt: skip
    found = [name for name, findings in points.items() if findings]
    if not answer.design or len(found) < len(points) - 1:
        return None
    return _praise("The design covers the ground", f"It holds {', '.join(found)}.", (), CONVENTION)


def own_part(answer: Answer) -> Advice | None:
    """Fire where the speaker says what they did themselves."""
    i_count, we_count = answer.content.i_count or 0, answer.content.we_count or 0
    actions = of_sentences(answer, "A")
    acts = any(sentence.part == "A" for sentence in answer.star.sentences)
    if not answer.star.applies or not acts or i_count < _MIN_I or i_count <= 2 * we_count:
        return None
    return _praise(
        "Your own part is clear",
        f"You said “I” {times(i_count)} and “we” {times(we_count) if we_count else 'never'}.",
        actions,
        AMAZON,
    )


def few_filled_pauses(answer: Answer) -> Advice | None:
    """Fire where hardly a pause is filled."""
    rate, good = answer.fillers.filled_pauses, answer.thresholds.filled_per_100_good
    if rate.count is None or rate.per_100_words is None or answer.words < MIN_WORDS:
        return None
    if rate.per_100_words >= good or answer.fillers.possible.count:
        return None
    return _praise(
        "Your speech is clean",
        f"{rate.count or 'No'} filled pause{'' if rate.count == 1 else 's'} in "
        f"{answer.words} words; under {good:g} per 100 is good.",
        (),
        CONVENTION,
    )


def good_pace(answer: Answer) -> Advice | None:
    """Fire where the pace is in its target band."""
    if answer.pace.verdict != "target" or answer.pace.wpm is None:
        return None
    limits = answer.thresholds
    return _praise(
        "Your pace is easy to follow",
        f"{answer.pace.wpm:.0f} words a minute, within {limits.wpm_measured:g} to "
        f"{limits.wpm_target:g}.",
        (),
        "Rodero 2012; Tauroza & Allison 1990",
    )


def lively_voice(answer: Answer) -> Advice | None:
    """Fire where the pitch moves."""
    spread = answer.delivery.pitch_sd_semitones
    if answer.delivery.verdict != "lively" or spread is None:
        return None
    return _praise(
        "Your voice is lively", f"Your pitch varies by {spread:.1f} semitones.", (), "Hincks 2005"
    )


def figures_given(answer: Answer) -> Advice | None:
    """Fire where there are figures, if not in the result."""
    found = answer.content.quantities
    if not found:
        return None
    return _praise(
        "You give figures",
        f"You gave {'one' if len(found) == 1 else len(found)}, as in “{_bare(found[0])}”.",
        of_findings(answer, found),
        AMAZON,
    )


def no_stalls(answer: Answer) -> Advice | None:
    """Fire where nothing breaks the flow."""
    longest_s = answer.pauses.longest_s or 0.0
    spoke_s = answer.speaking_s
    if answer.pauses.count is None or spoke_s is None:
        return None
    limits = answer.thresholds
    if spoke_s < limits.pace_min_speech_s or longest_s >= limits.flagged_mid_clause_pause_s:
        return None
    return _praise(
        "You keep going",
        f"You spoke for {length(spoke_s)} without a pause of "
        f"{limits.flagged_mid_clause_pause_s:g} s.",
        (),
        "De Jong & Bosker 2013",
    )


def _praise(headline: str, because: str, evidence: tuple[Evidence, ...], source: str) -> Advice:
    return Advice(headline, because, evidence, source, positive=True)


def _bare(finding: Finding) -> str:
    return finding.text.strip(",.?!;:")
