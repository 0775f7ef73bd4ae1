"""Whether sentences get the part of STAR that a careful reader gave them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from evaluation.labelled import LabelledAnswer, Portion, answers
from evaluation.reliability import Judged
from evaluation.resample import bootstrapped, f1, label_f1
from evaluation.result import Accuracy, share
from sayback.analysis.report import PARTS, STAR_PARTS, Part, Star
from sayback.analysis.star import label_star, read_story, spoken_text
from sayback.analysis.star_applies import judge_star
from sayback.analysis.star_reader import RuleReader, default_reader, story_sentences
from sayback.analysis.star_reading import StoryReader
from sayback.questions.model import Question
from sayback.transcript.model import Transcript
from sayback.transcript.plain_text import from_text

Cut = Literal["as labelled", "by Sayback"]
Asked = Literal["kind known", "typed", "not known"]


@dataclass(frozen=True, slots=True)
class Condition:
    """How an answer is given to the labeller."""

    cut: Cut = "by Sayback"
    punctuated: bool = True
    """False: all in lower case, without any mark."""
    asked: Asked = "kind known"

    def __str__(self) -> str:
        spelling = "as written" if self.punctuated else "lower case, no marks"
        return f"{spelling}, sentences cut {self.cut}, question {self.asked}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer's labels beside those that were found."""

    answer: LabelledAnswer
    applies: bool
    parts: tuple[Part, ...]
    """For each labelled sentence, the part that most of its words got."""
    confidences: tuple[float | None, ...]
    missing: frozenset[Part]


def outcomes(
    labelled: Sequence[LabelledAnswer], condition: Condition, reader: StoryReader
) -> list[Outcome]:
    """Label the answers anew."""
    return [_outcome(answer, condition, reader) for answer in labelled]


def macro_f1(found: Sequence[Outcome]) -> float:
    """Return the mean F1 of S, T, A and R over sentences of answers to which STAR applies."""
    return float(np.mean([part_f1(found, part) for part in STAR_PARTS]))


def part_f1(found: Sequence[Outcome], part: Part) -> float:
    """Return F1 of one part over sentences of answers to which STAR applies."""
    pairs = [
        (true, said) for each in found if each.answer.applies
        for true, said in zip(each.answer.parts, each.parts, strict=True)
    ]  # fmt: skip
    return label_f1(pairs, part)


def missing_f1(found: Sequence[Outcome]) -> float:
    """Return F1 of the parts that are missing, over answers to which STAR applies."""
    told = [each for each in found if each.answer.applies]
    return f1(
        sum(len(each.missing & each.answer.missing) for each in told),
        sum(len(each.answer.missing - each.missing) for each in told),
        sum(len(each.missing - each.answer.missing) for each in told),
    )


def judged(found: Sequence[Outcome]) -> list[Judged]:
    """Return how sure each label was and whether it is right, where STAR applies."""
    return [
        (confidence, true == said)
        for each in found if each.answer.applies
        for true, said, confidence in zip(
            each.answer.parts, each.parts, each.confidences, strict=True
        )
        if confidence is not None
    ]  # fmt: skip


def measure(portion: Portion = "test", reader: StoryReader | None = None) -> list[Accuracy]:
    """Measure the packaged reader, and the rules as the baseline, on answers never trained on."""
    labelled = [answer for answer in answers() if answer.portion == portion]
    reader = reader or default_reader()
    results: list[Accuracy] = []
    for condition in CONDITIONS:
        results += _summary(outcomes(labelled, condition, reader), str(condition))
    found = outcomes(labelled, CONDITIONS[0], RuleReader())
    return results + _summary(found, f"{CONDITIONS[0]}; rules only", targets=False)


def calibration(portion: Portion = "test") -> tuple[str, list[Judged]]:
    """Return what the confidences are of, and how sure each label was and whether it is right."""
    labelled = [answer for answer in answers() if answer.portion == portion]
    return "sentences", judged(outcomes(labelled, CONDITIONS[0], default_reader()))


CONDITIONS = (
    Condition(),
    Condition(cut="as labelled"),
    Condition(punctuated=False),
    Condition(cut="as labelled", punctuated=False),
    Condition(asked="typed"),
    Condition(asked="not known"),
)


def _summary(found: list[Outcome], material: str, *, targets: bool = True) -> list[Accuracy]:
    material = f"written answers, {material}"
    wanted = (">= 0.80", ">= 0.75", ">= 0.95") if targets else ("", "", "")
    right = sum(each.applies == each.answer.applies for each in found)
    return [
        bootstrapped(
            "STAR per sentence, macro-F1", material, found, macro_f1, target=wanted[0]
        ),
        *(
            bootstrapped(
                f"STAR per sentence, F1 of {part}", material, found, lambda x, p=part: part_f1(x, p)
            )
            for part in STAR_PARTS
        ),
        bootstrapped("missing parts, F1", material, found, missing_f1, target=wanted[1]),
        share("STAR applies or not", material, right, len(found), target=wanted[2]),
    ]  # fmt: skip


def _outcome(answer: LabelledAnswer, condition: Condition, reader: StoryReader) -> Outcome:
    texts = [_spelled(text, condition.punctuated) for text in answer.sentences]
    transcript = Transcript(from_text(" ".join(texts)))
    lines = _line_spans(texts)
    spans = story_sentences(transcript, reader) if condition.cut == "by Sayback" else lines
    question = _question(answer, condition.asked)
    heard = [spoken_text(transcript, span) for span in spans]
    reading = read_story(heard, question, reader)
    verdict = judge_star(heard, question, reading)
    star = label_star(transcript, spans, question, reading=reading, verdict=verdict)
    parts, confidences = zip(*(_of_words(star, line) for line in lines), strict=True)
    return Outcome(answer, bool(star.applies), parts, confidences, frozenset(star.missing))


def _of_words(star: Star, line: tuple[int, int]) -> tuple[Part, float | None]:
    """Return the part that most words of a labelled sentence got, and how surely."""
    words: Counter[Part] = Counter()
    sure: dict[Part, float | None] = {}
    for sentence in star.sentences:
        shared = min(sentence.words[1], line[1]) - max(sentence.words[0], line[0]) + 1
        if shared > 0:
            words[sentence.part] += shared
            sure.setdefault(sentence.part, sentence.confidence)
    part = max(PARTS, key=lambda each: words[each])
    return part, sure[part]


def _line_spans(texts: Sequence[str]) -> tuple[tuple[int, int], ...]:
    ends = np.cumsum([len(text.split()) for text in texts]).tolist()
    return tuple(zip([0, *ends[:-1]], [end - 1 for end in ends], strict=True))


def _spelled(text: str, punctuated: bool) -> str:
    if punctuated:
        return text
    return " ".join(re.sub(r"[^\w\s'’%$£€-]|(?<!\w)-|-(?!\w)", " ", text.lower()).split())


def _question(answer: LabelledAnswer, asked: Asked) -> Question | None:
    return None if asked == "not known" else answer.asked(kind_known=asked == "kind known")
