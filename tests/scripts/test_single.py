"""One set-up at a time, also after one was killed."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from _setup.single import only_one

SCRIPTS = Path(__file__).parents[2] / "scripts"
INSTALLER_LIVES_S = 1.5

SET_UP = f"""
import pathlib, sys
INSTALLER = "import pathlib, time; pathlib.Path('begun').touch(); time.sleep({INSTALLER_LIVES_S})"
sys.path.append({str(SCRIPTS)!r})
from _setup.single import only_one
from _setup.steps import run

with only_one(pathlib.Path.cwd()):
    run((sys.executable, "-c", INSTALLER), failure="")
"""


@pytest.mark.skipif(os.name == "nt", reason="a lock belongs to one process on Windows")
def test_an_installer_that_outlives_its_set_up_is_waited_for(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    first = subprocess.Popen([sys.executable, "-c", SET_UP], cwd=tmp_path)
    while not (tmp_path / "begun").exists():
        assert first.poll() is None
        time.sleep(0.01)
    first.kill()
    first.wait()

    with only_one(tmp_path):
        assert "waiting for it" in capfd.readouterr().err


def test_a_finished_set_up_is_not_waited_for(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        with only_one(tmp_path):
            pass
    assert capfd.readouterr().err == ""
