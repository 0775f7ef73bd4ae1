"""Corrected takes as labelled data: what is written is what the evaluation reads."""

import sys
from pathlib import Path

import pytest

from sayback.analysis.correction import of_filler, of_part, of_word
from sayback.library import Take, TakeQuestion
from sayback.library.corrected import with_corrections
from sayback.library.labelled import file_name, fillers_block, star_block
from tests.render import reports

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from evaluation import labelled

HEARD = reports.rich()
SAID = HEARD.transcript


@pytest.fixture
def take() -> Take:
    question = TakeQuestion("dive-deep", "What did\nyou find?", "behavioural", 120)
    take = Take("2026-11-22/143205-dive-deep", Path("x.wav"), question, report=HEARD)
    like = next(item for item in HEARD.fillers.items if item.text == "like")
    return with_corrections(
        take,
        [
            of_filler(SAID, like.words, None),
            of_part(SAID, *HEARD.star.sentences[4].words, "S"),
            of_word(SAID, 0, "Well"),
        ],
    )


def test_parts_are_read_back_by_the_evaluation(take, tmp_path):
    (tmp_path / file_name(take)).write_text(star_block(take), "utf-8")
    (answer,) = labelled.answers(tmp_path)

    assert answer.id == "2026-11-22-143205-dive-deep"
    assert (answer.question, answer.kind, answer.applies) == (
        "What did you find?", "behavioural", True,
    )  # fmt: skip
    assert answer.parts == tuple(s.part for s in take.report.star.sentences)
    assert answer.parts[4] == "S"
    assert answer.sentences[0].startswith("Well last spring")


def test_fillers_are_read_back_by_the_evaluation(take, tmp_path):
    (tmp_path / file_name(take)).write_text(fillers_block(take), "utf-8")
    (passage,) = labelled.passages(tmp_path)

    said = [word for word in take.report.transcript.words if not word.suspect]
    assert passage.words == tuple(word.text for word in said)
    marked = dict(zip(passage.words, passage.kinds, strict=True))
    assert marked["um"] == "filled_pause"
    assert marked["know"] == "marker"
    assert marked["like"] is None


def test_words_that_nobody_said_are_left_out(take):
    assert "Thank" not in star_block(take)
    assert "Thank" not in fillers_block(take)


def test_where_nothing_is_known_nothing_is_written():
    for report in (None, reports.pending(), reports.french()):
        take = Take("x", Path("x.wav"), report=report)
        assert (star_block(take), fillers_block(take)) == ("", "")
