"""Corrections applied: a report as it would be if what the speaker says had been recognised.

Nothing is heard again. Word indices stay, so that every other correction still fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayback.analysis.advice import advise
from sayback.analysis.advice_context import Answer
from sayback.analysis.content import measure_content
from sayback.analysis.correction import Correction
from sayback.analysis.filler_rates import rate_fillers
from sayback.analysis.fillers import find_fillers
from sayback.analysis.pace_corrected import correct_pace, spoken_seconds
from sayback.analysis.report import (
    STAR_PARTS,
    Filler,
    Fillers,
    NotKnown,
    Part,
    Report,
    Star,
    StarSentence,
)
from sayback.analysis.star import share_parts, spoken_text
from sayback.analysis.star_applies import Verdict, judge_star
from sayback.questions.model import Question
from sayback.thresholds import Thresholds
from sayback.transcript.model import Transcript, Word

_TOLD_BY_SPEAKER = 1.0
"""Confidence of what somebody said about their own answer."""
_STORY = "You marked parts of a story in it."


def correct(
    report: Report,
    corrections: Iterable[Correction],
    *,
    question: Question | None = None,
    thresholds: Thresholds | None = None,
) -> Report:
    """Return a report with every figure that follows from the corrections computed anew.

    Parameters
    ----------
    report
        As the analysis made it: corrections are never applied twice.
    corrections
        Those whose words are no longer what they were are left out.
    question
        What was asked, if known.
    thresholds
        Bands; the defaults where None.
    """
    fitting = [one for one in corrections if one.fits(report.transcript)]
    if not fitting:
        return report
    limits = thresholds or Thresholds()
    transcript = _reworded(report.transcript, fitting)
    items = _fillers(report, transcript, fitting)
    pace = correct_pace(report, transcript, _filled(items), limits)
    changed = replace(report, transcript=transcript, pace=pace)
    if report.fillers.filled_pauses.count is None:
        # Words that nobody can judge, in another language: only their spelling is corrected.
        return changed
    star = _star(report.star, transcript, fitting)
    verdict = _verdict(star, transcript, question)
    changed = replace(
        changed,
        fillers=_rated(report, items, changed.pace.words),
        star=star,
        content=measure_content(
            transcript,
            sentences=[sentence.words for sentence in star.sentences],
            star=star,
            design=verdict.design,
        ),
    )
    changed = replace(changed, advice=advise(_answer(changed, report, question, verdict, limits)))
    return replace(changed, not_known=_still_unknown(changed))


def unfitting(report: Report, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the corrections whose words are no longer what they were."""
    return tuple(one for one in corrections if not one.fits(report.transcript))


def _reworded(transcript: Transcript, corrections: Sequence[Correction]) -> Transcript:
    words = list(transcript.words)
    for one in corrections:
        if one.kind == "word":
            index = one.words[0]
            words[index] = _word(words[index], one.now)
    return transcript.with_words(tuple(words))


def _word(word: Word, text: str | None) -> Word:
    if text is None:
        return replace(word, suspect=True)
    return replace(word, text=text, suspect=False, probability=None)


def _fillers(
    report: Report, transcript: Transcript, corrections: Sequence[Correction]
) -> tuple[Filler, ...]:
    items = list(report.fillers.items)
    if any(one.kind == "word" for one in corrections):
        heard = [item for item in items if item.kind == "possible"]
        items = [*find_fillers(transcript), *heard]
    for one in corrections:
        if one.kind == "hesitation":
            items = [item for item in items if not _is_denied(item, one)]
        elif one.kind == "filler":
            items = [item for item in items if item.kind == "possible" or _apart(item, one)]
            if one.now is not None:
                items.append(_filler(transcript, one))
    if transcript.has_times:
        return tuple(sorted(items, key=lambda item: (item.start or 0.0, item.words)))
    return tuple(sorted(items, key=lambda item: item.words))


def _apart(item: Filler, correction: Correction) -> bool:
    return not set(item.words) & set(correction.words)


def _is_denied(item: Filler, correction: Correction) -> bool:
    """Whether a hesitation is the one meant: a new analysis moves it by a few hundredths."""
    if item.kind != "possible" or item.start is None or item.end is None:
        return False
    start, end = correction.start or 0.0, correction.end or 0.0
    return item.start < end and start < item.end


def _filler(transcript: Transcript, correction: Correction) -> Filler:
    words = [transcript.words[index] for index in correction.words]
    return Filler(
        kind=correction.now,  # type: ignore[arg-type]
        text=" ".join(word.text for word in words),
        words=correction.words,
        start=words[0].start_s,
        end=words[-1].end_s,
        confidence=_TOLD_BY_SPEAKER,
    )


def _filled(items: Iterable[Filler]) -> frozenset[int]:
    return frozenset(i for item in items if item.kind == "filled_pause" for i in item.words)


def _rated(report: Report, items: tuple[Filler, ...], words: int | None) -> Fillers:
    return rate_fillers(
        items,
        words=words,
        speaking_s=spoken_seconds(report),
        words_known=True,
        possible_known=report.fillers.possible.count is not None,
    )


def _star(star: Star, transcript: Transcript, corrections: Sequence[Correction]) -> Star:
    told = {one.words: one.now for one in corrections if one.kind == "part"}
    sentences = tuple(_sentence(old, transcript, told.get(old.words)) for old in star.sentences)
    applies = star.applies
    why = star.why
    if not applies and any(told.get(s.words) not in (None, "O") for s in sentences):
        applies, why = True, _STORY
    parts: list[Part] = [sentence.part for sentence in sentences]
    return replace(
        star,
        applies=applies,
        why=why,
        sentences=sentences,
        missing=tuple(part for part in STAR_PARTS if applies and part not in parts),
        shares=share_parts(transcript, [sentence.words for sentence in sentences], parts),
    )


def _sentence(old: StarSentence, transcript: Transcript, part: str | None) -> StarSentence:
    words = transcript.words[old.words[0] : old.words[1] + 1]
    new = replace(old, text=" ".join(word.text for word in words))
    if part is None:
        return new
    return replace(new, part=part, confidence=_TOLD_BY_SPEAKER)  # type: ignore[arg-type]


def _verdict(star: Star, transcript: Transcript, question: Question | None) -> Verdict:
    """Return what kind of answer it is; a report keeps only the verdict's sentence."""
    why = star.why or ""
    if star.applies:
        return Verdict(True, why)
    texts = [spoken_text(transcript, sentence.words) for sentence in star.sentences]
    judged = judge_star(texts, question)
    same = judged.why == why
    return Verdict(False, why, design="design" in why, supposed=same and judged.supposed)


def _answer(
    changed: Report,
    report: Report,
    question: Question | None,
    verdict: Verdict,
    limits: Thresholds,
) -> Answer:
    return Answer(
        transcript=changed.transcript,
        pace=changed.pace,
        pauses=changed.pauses,
        fillers=changed.fillers,
        star=changed.star,
        content=changed.content,
        delivery=changed.delivery,
        speaking_s=spoken_seconds(report),
        target_s=question.target_s if question is not None else None,
        design=verdict.design,
        supposed=verdict.supposed,
        thresholds=limits,
    )


def _still_unknown(report: Report) -> tuple[NotKnown, ...]:
    known = report.content.result_quantified is not None
    name = "content.result_quantified"
    return tuple(one for one in report.not_known if not (known and one.field == name))
