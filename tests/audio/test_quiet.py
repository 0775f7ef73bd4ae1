"""Native chatter goes to the log, Python's standard error stays where it was."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

PROGRAM = """
    import os, sys
    from sayback.audio.quiet import native_noise_logged

    with native_noise_logged() as terminal:
        os.write(2, b"ALSA lib: chatter\\n")
        print("said", file=sys.stderr)
        print("drawn", file=sys.__stderr__)
        print("written", file=terminal)
    os.write(2, b"later\\n")
    print("at last", file=sys.stderr)
"""


def run(program=PROGRAM):
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True
    )


def test_only_the_chatter_is_diverted(home):
    assert run().stderr.split("\n") == ["said", "drawn", "written", "later", "at last", ""]
    assert (home / "cache" / "sayback.log").read_text() == "ALSA lib: chatter\n"


def test_the_log_does_not_grow_for_ever(home):
    log = home / "cache" / "sayback.log"
    log.parent.mkdir(parents=True)
    log.write_text("x" * 2_000_000)
    run()
    assert log.read_text() == "ALSA lib: chatter\n"


def test_an_error_inside_is_still_shown():
    program = """
        from sayback.audio.quiet import native_noise_logged
        with native_noise_logged():
            raise SystemExit("stopped")
    """
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run(program)
    assert "stopped" in failed.value.stderr


def test_without_a_log_nothing_changes(home):
    (home / "cache").write_text("a file where the folder should be")
    assert "ALSA lib: chatter\nsaid\ndrawn\n" in run().stderr


def test_a_stream_of_somebody_else_is_left_alone():
    program = """
        import io, sys
        from sayback.audio.quiet import native_noise_logged

        sys.stderr = mine = io.StringIO()
        with native_noise_logged():
            print("said", file=sys.stderr)
        sys.stdout.write(mine.getvalue())
    """
    assert run(program).stdout == "said\n"
