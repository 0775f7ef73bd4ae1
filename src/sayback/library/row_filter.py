"""RowFilter: which takes of the index to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayback.library.take_row import TakeRow
from sayback.questions import Catalogue


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What the user chose; what is left empty lets everything pass."""

    pack: str = ""
    competence: str = ""
    question: str = ""
    """Id of a question."""
    since: date | None = None
    until: date | None = None
    """Last day that passes."""
    starred: bool = False
    pending: bool = False

    def rows(self, rows: Iterable[TakeRow], catalogue: Catalogue) -> tuple[TakeRow, ...]:
        """Return the takes that pass, in the order given."""
        passing = self._question_ids(catalogue)
        return tuple(
            row
            for row in rows
            if (passing is None or (row.question is not None and row.question.id in passing))
            and (not self.starred or row.starred)
            and (not self.pending or row.pending)
            and self._is_in_time(row)
        )

    def _question_ids(self, catalogue: Catalogue) -> frozenset[str | None] | None:
        """Return the ids of the questions that pass; None for all, and for no question."""
        if self.question:
            return frozenset({self.question})
        if not (self.pack or self.competence):
            return None
        chosen = catalogue.choose(pack=self.pack, competence=self.competence)
        return frozenset(question.id for question in chosen)

    def _is_in_time(self, row: TakeRow) -> bool:
        if self.since is None and self.until is None:
            return True
        moment = row.moment
        if moment is None:
            return False
        day = moment.date()
        return (self.since is None or day >= self.since) and (
            self.until is None or day <= self.until
        )
