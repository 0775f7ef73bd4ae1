"""Puts the program together with the services of this machine."""

from __future__ import annotations

import tempfile
from pathlib import Path

from sayback.tui.app import SaybackApp
from sayback.tui.garbage import GarbageKeeper
from sayback.tui.history import History
from sayback.tui.live import live_services
from sayback.tui.session import Session


def plain_app() -> SaybackApp:
    """Return the program as the user starts it."""
    return SaybackApp(Session(live_services()), garbage=GarbageKeeper())


def demo_app() -> SaybackApp:
    """Return the program with bundled speech, about to ask the demo's question."""
    from sayback import demo

    folder = Path(tempfile.mkdtemp(prefix="sayback-demo-"))
    session = Session(live_services(recordings=folder))
    session.demo_voice = True
    # With the takes, so that nothing of them stays behind elsewhere.
    session.history = History(session.services.library, folder / "index")
    return SaybackApp(session, opening=session.order(demo.QUESTION), garbage=GarbageKeeper())
