"""Sentences on a terminal."""

import io

from sayback.cli.wrapped import wrapped

TEXT = "Tell me what you did.\n\nSpace: skip · Enter: finish"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_lines_that_end_between_words(monkeypatch):
    monkeypatch.setenv("COLUMNS", "12")

    assert wrapped(TEXT, Terminal()) == ("Tell me what\nyou did.\n\nSpace: skip\n· Enter:\nfinish")


def test_a_long_path_stays_in_one_piece(monkeypatch):
    monkeypatch.setenv("COLUMNS", "12")

    assert wrapped("See /a/long-folder/of-takes now", Terminal()) == (
        "See\n/a/long-folder/of-takes\nnow"
    )


def test_a_file_gets_the_text_as_it_is(monkeypatch):
    monkeypatch.setenv("COLUMNS", "12")

    assert wrapped(TEXT, io.StringIO()) == TEXT
