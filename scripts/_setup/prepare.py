"""The whole set-up, in order; what a start does when something is missing or has changed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from _setup import install, machine, needs, ready
from _setup.ready import say
from _setup.single import only_one
from _setup.steps import SetupError

EXIT_FAILED = 1
EXIT_INTERRUPTED = 130


def prepare_or_exit(root: str, *, live_audio: bool) -> None:
    """Set the checkout up, or end the process with one sentence on why that can't be."""
    try:
        _prepare(Path(root), live_audio=live_audio)
    except SetupError as error:
        say(str(error))
        sys.exit(EXIT_FAILED)
    except OSError as error:
        say(f"The set-up can't go on: {error}. Mend that and start again.")
        sys.exit(EXIT_FAILED)
    except KeyboardInterrupt:
        say("\nStopped. The next start sets up what is missing.")
        sys.exit(EXIT_INTERRUPTED)


def _prepare(root: Path, *, live_audio: bool) -> None:
    with only_one(root):
        must_install = not ready.is_ready(str(root))  # another start may have just done it
        if must_install:
            _check_machine()
            _announce(root)
        needed = [needs.VENV] if must_install and install.find_uv() is None else []
        if live_audio:
            needs.provide([*needed, needs.PORTAUDIO])
        else:
            needs.provide(needed, wished=[needs.PORTAUDIO])
        if must_install:
            install.install(root)
            install.warm_up(root)
            ready.write_stamp(str(root))
        _note_portaudio(str(root))
        if must_install:
            say("Ready.")


def _check_machine() -> None:
    here = machine.this_machine()
    refusal = machine.refusal(here)
    if refusal:
        raise SetupError(refusal)
    limitation = machine.limitation(here)
    if limitation:
        say(limitation)


def _announce(root: Path) -> None:
    if not os.path.exists(ready.venv(str(root))):
        say("Setting Sayback up in .venv, once: 1.2 GB, a minute or two.")
    elif ready.has_mark(str(root), ready.STAMP):
        say("Something has changed; bringing .venv up to date.")
    else:
        say("The environment in .venv was not finished; making it anew.")


def _note_portaudio(root: str) -> None:
    missing = not needs.has_portaudio()
    if missing and not ready.has_mark(root, ready.WITHOUT_SOUND):
        say(f"{needs.PORTAUDIO.sentence} {needs.how_to_install([needs.PORTAUDIO])}")
    ready.set_mark(root, ready.WITHOUT_SOUND, missing)
