"""Which takes the history shows."""

from datetime import date
from pathlib import Path

import pytest

from sayback.library.row_filter import RowFilter
from sayback.questions import Catalogue, Pack, Question
from tests.library.made_takes import row

CATALOGUE = Catalogue(
    (
        Pack(
            "tpm", "TPM", "", (
                Question("dive-deep", "?", None, "tpm", competences=("dive-deep", "trust")),
                Question("trust", "?", None, "tpm", competences=("trust",)),
            ), Path("tpm.toml"),
        ),
        Pack("general", "General", "", (Question("why-us", "?", "motivation", "general"),),
             Path("general.toml")),
    )
)  # fmt: skip
ROWS = (
    row(24, question=None),
    row(23, question="why-us", pending=True),
    row(22, question="trust"),
    row(21, starred=True),
    row(20, question="gone-from-its-pack"),
    row(19, started_at=None),
)


@pytest.mark.parametrize(
    ("chosen", "days"),
    [
        (RowFilter(), [24, 23, 22, 21, 20, 19]),
        (RowFilter(question="dive-deep"), [21, 19]),
        (RowFilter(question="gone-from-its-pack"), [20]),
        (RowFilter(pack="tpm"), [22, 21, 19]),
        (RowFilter(competence="trust"), [22, 21, 19]),
        (RowFilter(competence="dive-deep"), [21, 19]),
        (RowFilter(pack="general", competence="trust"), []),
        (RowFilter(starred=True), [21]),
        (RowFilter(pending=True), [23]),
        (RowFilter(since=date(2026, 11, 22)), [24, 23, 22]),
        (RowFilter(until=date(2026, 11, 22)), [22, 21, 20]),
        (RowFilter(since=date(2026, 11, 21), until=date(2026, 11, 21)), [21]),
        (RowFilter(pack="tpm", starred=True), [21]),
    ],
)
def test_what_passes(chosen, days):
    assert [int(row.id[8:10]) for row in chosen.rows(ROWS, CATALOGUE)] == days
