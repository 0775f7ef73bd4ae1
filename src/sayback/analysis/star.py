"""STAR: which sentence serves which part, how long each part is, and which is missing."""

from __future__ import annotations

from collections.abc import Sequence

from sayback.analysis.report import PARTS, STAR_PARTS, Part, Shares, Star, StarSentence
from sayback.analysis.star_applies import Verdict, judge_star
from sayback.analysis.star_reader import default_reader
from sayback.analysis.star_reading import Reading, StoryReader, choose_parts
from sayback.questions.model import Question
from sayback.transcript.model import Transcript

Span = tuple[int, int]


def label_star(
    transcript: Transcript,
    sentences: Sequence[Span],
    question: Question | None,
    *,
    reading: Reading | None = None,
    verdict: Verdict | None = None,
) -> Star:
    """Label every sentence, or say why STAR does not apply.

    Parameters
    ----------
    transcript
        English words; suspect ones are read by nobody and have no share.
    sentences
        First and last word of each sentence, covering each word once.
    question
        What was asked, if known.
    reading
        What was read in the sentences that were heard, where the caller has done that already.
    verdict
        Whether STAR applies, where the caller has judged that already.

    Returns
    -------
    Star
        Where STAR does not apply every sentence is O and nothing is missing. Shares are of the
        words' time; of the words where times are unknown.
    """
    texts = [spoken_text(transcript, span) for span in sentences]
    heard = [i for i, text in enumerate(texts) if text]
    reading = reading or read_story(texts, question)
    verdict = verdict or judge_star(texts, question, reading)
    parts: list[Part] = ["O"] * len(texts)
    confidences: list[float | None] = [None] * len(texts)
    if verdict.applies and heard:
        chosen, sure = choose_parts(reading)
        for i, part, confidence in zip(heard, chosen, sure, strict=True):
            parts[i], confidences[i] = part, confidence
    return Star(
        applies=verdict.applies,
        why=verdict.why,
        missing=tuple(p for p in STAR_PARTS if verdict.applies and p not in parts),
        shares=share_parts(transcript, sentences, parts),
        sentences=tuple(
            _sentence(transcript, span, part, confidence)
            for span, part, confidence in zip(sentences, parts, confidences, strict=True)
        ),
    )


def read_story(
    texts: Sequence[str], question: Question | None, reader: StoryReader | None = None
) -> Reading:
    """Read the sentences that were heard, all at once."""
    asked = question.text if question is not None else ""
    return (reader or default_reader()).read([text for text in texts if text], asked)


def spoken_text(transcript: Transcript, span: Span) -> str:
    """Return a sentence without the words that nobody may have said."""
    words = transcript.words[span[0] : span[1] + 1]
    return " ".join(word.text for word in words if not word.suspect)


def _sentence(
    transcript: Transcript, span: Span, part: Part, confidence: float | None
) -> StarSentence:
    words = transcript.words[span[0] : span[1] + 1]
    return StarSentence(
        text=" ".join(word.text for word in words),
        words=span,
        start=next((w.start_s for w in words if w.start_s is not None), None),
        end=next((w.end_s for w in reversed(words) if w.end_s is not None), None),
        part=part,
        confidence=confidence,
    )


def share_parts(transcript: Transcript, sentences: Sequence[Span], parts: Sequence[Part]) -> Shares:
    """Return each part's share of the words' time, or of the words where a time is unknown."""
    weights = _word_weights(transcript)
    total = sum(weights)
    if total <= 0:
        return Shares()
    sums = dict.fromkeys(PARTS, 0.0)
    for (first, last), part in zip(sentences, parts, strict=True):
        sums[part] += sum(weights[first : last + 1])
    return Shares(**{part: value / total for part, value in sums.items()})


def _word_weights(transcript: Transcript) -> list[float]:
    counted = [0.0 if word.suspect else 1.0 for word in transcript.words]
    if not transcript.has_times:
        return counted
    lengths_s = [
        0.0 if word.suspect else (word.end_s or 0.0) - (word.start_s or 0.0)
        for word in transcript.words
    ]
    return lengths_s if sum(lengths_s) > 0 else counted
