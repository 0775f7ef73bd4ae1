"""The transcript broken into lines."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sayback.render.terminal import render_terminal
from sayback.render.words_marked import MarkedSentence, MarkedWord, mark_words
from sayback.tui.keys.report import REPORT
from sayback.tui.transcript_lines import Layout, lay_out, sentence_pieces
from tests.render import reports

RICH = mark_words(reports.rich())


def text(layout: Layout) -> str:
    return "\n".join(
        f"{line.margin:<{layout.margin_cells}}" + " ".join(piece.text for _, piece in line.pieces)
        for line in layout.lines
    )


def test_parts_stand_in_the_margin_once_a_paragraph():
    layout = lay_out(RICH, 80, roomy=True)
    margins = [line.margin for line in layout.lines if line.margin]

    assert margins == [
        "Situation", "Task", "Action", "Action?", "unclear", "Action", "Result", "Other",
    ]  # fmt: skip


def test_a_narrow_margin_has_the_letters():
    layout = lay_out(RICH, 40, roomy=False)

    assert [line.margin for line in layout.lines if line.margin] == [
        "S", "T", "A", "A?", "A", "R", "O",
    ]  # fmt: skip


def test_fillers_have_signs_and_not_only_colours():
    words = text(lay_out(RICH, 100, roomy=True))

    assert "‹um?› started" in words, "an unclear filled pause"
    assert "*you know*" in words or "*you\n" in words
    assert "~they~ they" in words
    assert "(um?)" in words
    assert "[Thank you?]." in words


def test_the_terminal_has_the_same_signs_and_the_help_names_them():
    marks = set(re.findall(r"[‹*~(\[]\S.*?[›*~)\]]", text(lay_out(RICH, 1000, roomy=True))))
    printed = render_terminal(reports.rich(), width=400)

    assert {mark[0] for mark in marks} == set("‹*~([")
    assert all(mark in printed for mark in marks)
    assert all(f" {before}" in REPORT.about for before in "‹*~([")


def test_without_star_there_is_no_margin():
    layout = lay_out(mark_words(reports.french()), 60, roomy=True)

    assert layout.margin_cells == 0
    assert layout.lines


def test_the_piece_under_a_column_is_found():
    line = lay_out(RICH, 80, roomy=True).lines[0]
    (start, piece) = line.pieces[2]

    assert line.piece_at(start) is piece
    assert line.piece_at(start - 1) is None, "a space is no word"


@given(st.integers(12, 200), st.booleans())
def test_every_word_is_there_once_and_no_line_is_too_long(width, roomy):
    layout = lay_out(RICH, width, roomy=roomy)
    words = [
        piece.word for line in layout.lines for _, piece in line.pieces if piece.word is not None
    ]

    assert words == list(range(len(reports.rich().transcript.words)))
    assert sorted(layout.line_of_word) == words
    room = max(8, width - layout.margin_cells)
    for line in layout.lines:
        if len(line.pieces) > 1:
            start, last = line.pieces[-1]
            assert start + last.cells <= room


def test_a_hesitation_inside_a_word_stands_after_it_and_one_before_a_word_before_it():
    words = (
        MarkedWord(0, "We", 0.0, 0.2),
        MarkedWord(1, "waited.", 0.5, 1.2, hides=(1,), follows=(0,)),
    )

    pieces = sentence_pieces(MarkedSentence(0, words, 0.0, 1.2))

    assert [piece.text for piece in pieces] == ["We", "(um?)", "waited.", "(um?)"]
    assert [piece.item for piece in pieces] == [None, 0, None, 1]
