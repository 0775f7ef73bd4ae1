"""Whether filled pauses, markers and abandoned words are found among the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.labelled import LabelledPassage, Portion, passages
from evaluation.reliability import Judged
from evaluation.resample import bootstrapped, label_f1
from evaluation.result import Accuracy, share
from sayback.analysis.fillers import find_fillers
from sayback.analysis.fillers_judges import FillerJudge, Rules
from sayback.transcript.model import Transcript
from sayback.transcript.plain_text import from_text

KINDS = {"filled_pause": ">= 0.98", "marker": ">= 0.90", "repetition": ">= 0.92"}
_NAMES = {
    "filled_pause": "filled pauses in the words, F1",
    "marker": "markers, F1",
    "repetition": "repetitions and false starts, F1",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A passage's marks beside those that were found, one for each word."""

    passage: LabelledPassage
    found: tuple[str | None, ...]
    confidences: tuple[float | None, ...]

    @property
    def clean(self) -> bool:
        """Whether the passage holds no filler at all."""
        return not any(self.passage.kinds)

    def errors(self) -> list[str]:
        """Return each word that was marked wrongly, between its neighbours."""
        return [
            f"{self.passage.id}: {true or 'nothing'} taken for {said or 'nothing'}: "
            + self._around(at)
            for at, (true, said) in enumerate(zip(self.passage.kinds, self.found, strict=True))
            if true != said
        ]

    def _around(self, at: int) -> str:
        words = self.passage.words
        before, after = words[max(0, at - 4) : at], words[at + 1 : at + 5]
        return " ".join([*before, f"[{words[at]}]", *after])


def outcome(passage: LabelledPassage, judge: FillerJudge | None = None) -> Outcome:
    """Mark a passage anew."""
    found: list[str | None] = [None] * len(passage.words)
    sure: list[float | None] = [None] * len(passage.words)
    transcript = Transcript(from_text(" ".join(passage.words)))
    for item in find_fillers(transcript, judge):
        for index in item.words:
            found[index], sure[index] = item.kind, item.confidence
    return Outcome(passage, tuple(found), tuple(sure))


def kind_f1(found: Sequence[Outcome], kind: str) -> float:
    """Return F1 of one kind over words."""
    pairs = [pair for each in found for pair in zip(each.passage.kinds, each.found, strict=True)]
    return label_f1(pairs, kind)


def judged(found: Sequence[Outcome]) -> list[Judged]:
    """Return how sure each marker and each abandoned word was said to be, and whether it is one."""
    return [
        (confidence, true == said)
        for each in found
        for true, said, confidence in zip(
            each.passage.kinds, each.found, each.confidences, strict=True
        )
        if said in ("marker", "repetition") and confidence is not None
    ]


def calibration(portion: Portion = "test") -> tuple[str, list[Judged]]:
    """Return what the confidences are of, and how sure each was and whether it is right."""
    found = [outcome(passage) for passage in passages() if passage.portion == portion]
    return "words taken for markers or given up", judged(found)


def measure(portion: Portion = "test", judge: FillerJudge | None = None) -> list[Accuracy]:
    """Measure all kinds, and how many passages without any filler are left alone."""
    chosen = [passage for passage in passages() if passage.portion == portion]
    return [
        *_summary(
            [outcome(passage, judge) for passage in chosen], "written passages", targets=True
        ),
        *_summary(
            [outcome(passage, Rules()) for passage in chosen],
            "written passages; rules only", targets=False,
        ),
    ]  # fmt: skip


def _summary(found: Sequence[Outcome], material: str, *, targets: bool) -> list[Accuracy]:
    clean = [each for each in found if each.clean]
    return [
        *(
            bootstrapped(
                _NAMES[kind], material, found, lambda x, k=kind: kind_f1(x, k),
                target=target if targets else "",
            )
            for kind, target in KINDS.items()
        ),
        share(
            "passages without fillers left clean", material,
            sum(not any(each.found) for each in clean), len(clean),
            target=">= 0.95" if targets else "",
        ),
    ]  # fmt: skip
