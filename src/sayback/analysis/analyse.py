"""analyse: all figures of one answer, put together into a Report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayback.analysis.advice import advise
from sayback.analysis.advice_context import Answer
from sayback.analysis.content import measure_content
from sayback.analysis.delivery import measure_delivery
from sayback.analysis.filler_rates import rate_fillers
from sayback.analysis.fillers import find_fillers
from sayback.analysis.hesitations import find_possible
from sayback.analysis.language import is_english
from sayback.analysis.not_known import Known, explain
from sayback.analysis.nuclei import count_nuclei
from sayback.analysis.pace import measure_pace
from sayback.analysis.pause_figures import measure_pauses
from sayback.analysis.pitch import PitchTrack, track_pitch
from sayback.analysis.report import Content, Filler, Report, Star, TakeInfo
from sayback.analysis.star import label_star, read_story, spoken_text
from sayback.analysis.star_applies import Verdict, judge_star
from sayback.analysis.star_reader import story_sentences
from sayback.analysis.star_reading import StoryReader
from sayback.analysis.timing import speaking_time_s
from sayback.audio.samples import Samples
from sayback.questions.model import Question
from sayback.speech.regions import Speech
from sayback.thresholds import Thresholds
from sayback.transcript.model import Transcript


def analyse(
    transcript: Transcript,
    *,
    samples: Samples | None,
    speech: Speech | None,
    question: Question | None,
    take: TakeInfo | None = None,
    cuts: Sequence[float] = (),
    thresholds: Thresholds | None = None,
    reader: StoryReader | None = None,
) -> Report:
    """Compute every figure that words and sound can tell.

    Parameters
    ----------
    transcript
        What was said, its doubtful words marked. Pending where nobody knows yet: then only what
        needs no words is computed.
    samples
        Shape (n,), 16 kHz; None where there are only words. Times that came with words are
        passed on, and measure nothing.
    speech
        Where in the samples there is speech; None without samples.
    question
        What was asked, if known; its target length and kind decide what is looked for.
    take
        Passed on.
    cuts
        Seconds at which the user paused the recorder.
    thresholds
        Bands; the defaults where None.
    reader
        What reads the sentences for STAR; the packaged encoder, if None.
    """
    limits = thresholds or Thresholds()
    words = _Words.of(transcript, question, reader)
    filled = frozenset(
        index for item in words.fillers if item.kind == "filled_pause" for index in item.words
    )
    sound = _Sound.of(
        transcript, samples, speech, words.known, pending=words.pending, filled=filled
    )
    speaking_s = speaking_time_s(speech, cuts) if speech is not None else None
    pace = measure_pace(
        transcript, speech=speech, filled=filled, cuts=cuts, thresholds=limits,
        heard_syllables=sound.syllables,
    )  # fmt: skip
    fillers = rate_fillers(
        _ordered(transcript, (*words.fillers, *sound.possible)),
        words=pace.words,
        speaking_s=speaking_s,
        words_known=words.known,
        possible_known=sound.possible_known,
    )
    answer = Answer(
        transcript=transcript,
        pace=pace,
        pauses=measure_pauses(speech, transcript=transcript, cuts=cuts, thresholds=limits),
        fillers=fillers,
        star=words.star,
        content=words.content,
        delivery=measure_delivery(samples, speech=speech, thresholds=limits, pitch=sound.pitch),
        speaking_s=speaking_s if speech is not None and speech.regions else None,
        target_s=question.target_s if question is not None else None,
        design=words.verdict is not None and words.verdict.design,
        supposed=words.verdict is not None and words.verdict.supposed,
        thresholds=limits,
    )
    known = Known(
        words=not words.pending,
        english=words.known or words.pending,
        audio=speech is not None,
        speech=speech is not None and bool(speech.regions),
        timed_words=transcript.has_times,
    )
    return _report(answer, take or TakeInfo(), known)


def _report(answer: Answer, take: TakeInfo, known: Known) -> Report:
    report = Report(
        take=take,
        transcript=answer.transcript,
        pace=answer.pace,
        pauses=answer.pauses,
        fillers=answer.fillers,
        star=answer.star,
        content=answer.content,
        delivery=answer.delivery,
        advice=advise(answer),
    )
    return replace(report, not_known=explain(report, known, answer.thresholds))


@dataclass(frozen=True, slots=True)
class _Words:
    """What the words alone tell."""

    pending: bool
    known: bool = False
    """There are words, in English."""
    fillers: tuple[Filler, ...] = ()
    star: Star = field(default_factory=Star)
    content: Content = field(default_factory=Content)
    verdict: Verdict | None = None

    @classmethod
    def of(
        cls, transcript: Transcript, question: Question | None, reader: StoryReader | None
    ) -> _Words:
        pending = transcript.status == "pending"
        if pending or not is_english(transcript):
            return cls(pending=pending)
        if all(word.suspect for word in transcript.words):
            return cls(pending=False, known=True, content=Content(i_count=0, we_count=0))
        sentences = story_sentences(transcript, reader)
        texts = [spoken_text(transcript, span) for span in sentences]
        reading = read_story(texts, question, reader)
        verdict = judge_star(texts, question, reading)
        star = label_star(transcript, sentences, question, reading=reading, verdict=verdict)
        return cls(
            pending=False,
            known=True,
            fillers=find_fillers(transcript),
            star=star,
            content=measure_content(
                transcript, sentences=sentences, star=star, design=verdict.design
            ),
            verdict=verdict,
        )


@dataclass(frozen=True, slots=True)
class _Sound:
    """What is computed from the samples once and used by several figures."""

    pitch: PitchTrack | None = None
    syllables: int | None = None
    """Counted in the audio while the words are pending or not English."""
    possible: tuple[Filler, ...] = ()
    possible_known: bool = False

    @classmethod
    def of(
        cls,
        transcript: Transcript,
        samples: Samples | None,
        speech: Speech | None,
        english: bool,
        *,
        pending: bool,
        filled: frozenset[int],
    ) -> _Sound:
        if samples is None or speech is None:
            return cls()
        pitch = track_pitch(samples)
        if pending:
            return cls(pitch=pitch, syllables=count_nuclei(samples, speech=speech, pitch=pitch))
        if not english:
            # An English dictionary knows nothing of other languages' syllables.
            return cls(pitch=pitch, syllables=count_nuclei(samples, speech=speech, pitch=pitch))
        found = find_possible(samples, transcript, speech, filled=filled, pitch=pitch)
        return cls(pitch=pitch, possible=found, possible_known=True)


def _ordered(transcript: Transcript, items: Sequence[Filler]) -> list[Filler]:
    """Order fillers as they were spoken: by time where all are known, else by word."""
    if transcript.has_times:
        return sorted(items, key=lambda item: (item.start or 0.0, item.words))
    return sorted(items, key=lambda item: item.words)
