"""How the full-screen program is left."""

import pytest

from sayback import tui
from sayback.cli.app import run
from sayback.tui import start
from sayback.tui.app import SaybackApp


@pytest.fixture
def broken(stage, monkeypatch):
    """The program with a fault on its first screen."""

    def plain_app():
        app = stage.app()
        app.call_later(lambda: {}["nowhere"])
        monkeypatch.setattr(app, "run", lambda: SaybackApp.run(app, headless=True))
        return app

    monkeypatch.setattr(start, "plain_app", plain_app)


def test_a_fault_on_a_screen_reaches_whoever_started_it(broken):
    with pytest.raises(KeyError, match="nowhere"):
        tui.run_app()


def test_the_user_is_told_in_one_sentence(broken, monkeypatch, capfd):
    monkeypatch.setattr("sayback.cli.shared.require_terminal", lambda: None)

    code = run([])

    told = capfd.readouterr()
    assert code == 1
    assert told.out == ""
    assert told.err == (
        "Error: something went wrong that should not have (KeyError: 'nowhere');"
        " `sayback --debug …` shows where.\n"
    )
