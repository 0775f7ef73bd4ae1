"""The full-screen program, a front end over the same machinery as the command line."""

from __future__ import annotations


def run_app() -> None:
    """Run the full-screen program until the user leaves it.

    Raises
    ------
    ConfigError
        When config.toml can't be read.
    Exception
        Whatever went wrong on a screen and should not have.
    """
    _run(is_demo=False)


def run_demo() -> None:
    """Show the whole path on bundled speech, in a temporary library.

    Raises
    ------
    ConfigError
        When config.toml can't be read.
    """
    _run(is_demo=True)


def _run(*, is_demo: bool) -> None:
    from sayback.audio.quiet import native_noise_logged

    # Native libraries write to descriptor 2, which Textual draws on: before it is imported.
    with native_noise_logged():
        from sayback.tui.start import demo_app, plain_app

        app = demo_app() if is_demo else plain_app()
        try:
            app.run()
        finally:
            app.session.end()
        if app.fault is not None:
            raise app.fault
