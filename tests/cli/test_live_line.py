"""The line that is drawn over itself: only on a terminal, and never broken by its edge."""

import io
import sys

import pytest

from sayback.cli.live_line import LiveLine


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def drawn(self) -> list[str]:
        return self.getvalue().split("\r\x1b[2K")[1:]


@pytest.fixture
def terminal(monkeypatch) -> Terminal:
    """A terminal of 40 columns."""
    monkeypatch.setenv("COLUMNS", "40")
    return Terminal()


def line_on(stream, monkeypatch) -> LiveLine:
    # Here, not in the fixture: pytest puts its own streams in place before each test.
    monkeypatch.setattr(sys, "stderr", stream)
    return LiveLine()


def test_a_line_that_fits_is_drawn_as_it_is_and_cleared(terminal, monkeypatch):
    line = line_on(terminal, monkeypatch)
    line.draw("think · 12 s · Space starts")
    line.clear()

    assert terminal.drawn() == ["think · 12 s · Space starts", ""]


@pytest.mark.parametrize(("letter", "count"), [("a", 38), ("長", 19)])
def test_a_longer_one_ends_before_the_edge(terminal, monkeypatch, letter, count):
    line_on(terminal, monkeypatch).draw(letter * 60)

    assert terminal.drawn() == [f"{letter * count}…"]


def test_a_name_can_not_command_the_terminal(terminal, monkeypatch):
    line_on(terminal, monkeypatch).draw("bad\x1b[31m.wav 10%")

    assert terminal.drawn() == ["bad[31m.wav 10%"]


def test_without_a_terminal_nothing_is_drawn(monkeypatch):
    pipe = io.StringIO()
    line = line_on(pipe, monkeypatch)
    line.draw("10%")
    line.clear()

    assert pipe.getvalue() == ""
