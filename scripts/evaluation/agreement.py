"""How often two careful readings agree: the ceiling of what a program can be asked for.

Of a random draw of answers to which STAR applies, and of passages, a second reader who had not
seen the labels gave them anew by the same guide.
"""

from __future__ import annotations

from evaluation.labelled import FOLDER, answers, passages
from evaluation.resample import bootstrapped, label_f1
from evaluation.result import Accuracy
from sayback.analysis.report import STAR_PARTS

_SECOND = FOLDER / "second"
_MATERIAL = "second reading, blind"
_KINDS = {"filled_pause": "filled pauses", "marker": "markers", "repetition": "repetitions"}

Pair = tuple[str | None, str | None]
Pairs = list[Pair]


def measure(portion: str = "test") -> list[Accuracy]:
    """Measure agreement on all that was read twice; it has no portions."""
    told, marked = _answers(), _passages()
    return [
        bootstrapped("STAR, sentences labelled alike", _MATERIAL, told, _alike),
        bootstrapped("STAR per sentence, macro-F1", _MATERIAL, told, _macro_f1),
        *(
            bootstrapped(f"{name}, F1", _MATERIAL, marked, lambda cases, k=kind: _f1(cases, k))
            for kind, name in _KINDS.items()
        ),
    ]


def _answers() -> list[Pairs]:
    first = {answer.id: answer.parts for answer in answers()}
    lines = (_SECOND / "star.txt").read_text("utf-8").split("\n")
    second = dict(line.split() for line in lines if line)
    return [list(zip(first[name], parts, strict=True)) for name, parts in second.items()]


def _passages() -> list[Pairs]:
    first = {passage.id: passage.kinds for passage in passages()}
    second = passages(_SECOND / "fillers")
    return [list(zip(first[one.id], one.kinds, strict=True)) for one in second]


def _alike(cases: list[Pairs]) -> float:
    pairs = [pair for case in cases for pair in case]
    return sum(one == other for one, other in pairs) / len(pairs)


def _f1(cases: list[Pairs], label: str) -> float:
    return label_f1((pair for case in cases for pair in case), label)


def _macro_f1(cases: list[Pairs]) -> float:
    return sum(_f1(cases, part) for part in STAR_PARTS) / len(STAR_PARTS)
