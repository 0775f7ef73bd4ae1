"""Heavy libraries are loaded where they are used: `--help` and the first screen come at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "av", "ctranslate2", "faster_whisper", "huggingface_hub", "jinja2", "librosa", "numba",
    "onnxruntime", "parselmouth", "plotext", "scipy", "sklearn", "sounddevice", "soundfile",
    "tokenizers", "tomlkit",
}  # fmt: skip


def loaded_after(code: str) -> set[str]:
    """Run code in a fresh interpreter; return the libraries that it has loaded then."""
    listing = "import sys; print(*{name.split('.')[0] for name in sys.modules}, sep='\\n')"
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{listing}"], check=True, capture_output=True, text=True
    )
    return set(run.stdout.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["questions", "list"], ["takes", "list"], ["models", "list"]],
)
def test_light_commands_load_nothing_heavy(arguments):
    code = f"from sayback.cli.app import run; run({arguments!r})"

    assert loaded_after(code) & (HEAVY | {"textual"}) == set()


def test_the_screen_starts_without_the_libraries_of_the_analysis():
    assert loaded_after("import sayback.tui.app, sayback.tui.live") & HEAVY == set()


def test_the_analysis_draws_nothing_and_opens_no_device():
    code = "import sayback.engine.core, sayback.analysis.analyse"

    assert loaded_after(code) & {"textual", "sounddevice"} == set()
