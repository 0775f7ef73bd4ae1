"""Comparison: two takes, worked out once for every front end. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayback.analysis import Report
from sayback.analysis.report import Filler
from sayback.compare.differences import Difference, differences, own_fillers
from sayback.compare.passages import Passage, passages
from sayback.library import Take
from sayback.library.take_row import TakeRow


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two takes."""

    take: Take
    own_fillers: tuple[Filler, ...]
    """Those that the other take lacks."""

    @property
    def report(self) -> Report:
        """Its report; an empty one where there is none yet."""
        return self.take.report or Report()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is the same in two takes and what is not; changes count from `a` to `b`."""

    a: Side
    b: Side
    differences: tuple[Difference, ...]
    passages: tuple[Passage, ...]
    """Empty where the words of one are not known yet."""

    @property
    def same_words(self) -> bool | None:
        """Whether both say the same in the same order; None where that is not known."""
        if self.a.take.pending or self.b.take.pending:
            return None
        return all(passage.is_same for passage in self.passages)

    @property
    def same_question(self) -> bool:
        """Whether both answer one question."""
        asked = [take.question for take in (self.a.take, self.b.take)]
        ids = [question.id or question.text if question else None for question in asked]
        return ids[0] is not None and ids[0] == ids[1]


def compare(a: Take, b: Take, rows: Iterable[TakeRow] = ()) -> Comparison:
    """Return two takes side by side.

    Parameters
    ----------
    a, b
        The takes; any may lack a report or words.
    rows
        All takes of the speaker, for what is usual; without them nothing stands out.
    """
    first, second = a.report or Report(), b.report or Report()
    aligned = () if a.pending or b.pending else passages(first.transcript, second.transcript)
    stretches = [stretch for passage in aligned for stretch in passage.stretches]
    return Comparison(
        Side(a, own_fillers(first, stretches, "only_a")),
        Side(b, own_fillers(second, stretches, "only_b")),
        differences(first, second, rows),
        aligned,
    )
