#!/usr/bin/env python3
"""Start Sayback from this folder, setting it up first where that is not done.

Give it what `sayback` takes: `python3 scripts/start.py demo`.
"""

import os
import sys

from _setup import launch, ready

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
HELP = {"--help", "-h", "--version"}


def main(arguments: list[str]) -> int:
    """Set up, then go on as `sayback`."""
    launch.ensure(ROOT, live_audio=wants_live_audio(arguments))
    tell_where_takes_lie()
    # The engine inherits both: the folder of takes, and that a random.py in the folder which
    # Sayback is started from is none of its modules.
    settings = {"SAYBACK_CHECKOUT": ROOT, "PYTHONSAFEPATH": "1"}
    return launch.hand_over(ROOT, ["-m", "sayback", *arguments], settings)


def wants_live_audio(arguments: list[str]) -> bool:
    """Tell whether the arguments of `sayback` call for a microphone or a loudspeaker."""
    if HELP.intersection(arguments):
        return False
    words = [argument for argument in arguments if not argument.startswith("-")]
    if not words:
        return True  # the terminal interface
    if words[0] == "practice":
        return not any(argument.startswith("--input-file") for argument in arguments)
    return words[0] == "devices" or words[:2] == ["takes", "play"]


def tell_where_takes_lie() -> None:
    """Say once that takes are kept in this folder and go when it goes."""
    if "SAYBACK_RECORDINGS" in os.environ or ready.has_mark(ROOT, ready.TOLD):
        return
    takes = os.path.join(ROOT, "recordings")
    ready.say(f"Takes are kept in {takes}: deleting this folder deletes them.")
    ready.set_mark(ROOT, ready.TOLD)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
