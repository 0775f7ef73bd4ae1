"""`scripts/start.py` from a fresh checkout to a running Sayback, with venv and pip."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Checkout

ROOT = Path(__file__).parents[2]


def test_the_first_start_sets_up_and_passes_everything_on(
    make_checkout: Callable[[], Checkout], tmp_path: Path
) -> None:
    checkout = make_checkout()
    # A file of the user's that a module of Python or Sayback could be mistaken for.
    (tmp_path / "sayback.py").write_text("raise SystemExit('the wrong sayback')")

    first = checkout.start("analyze", "my answer.wav", "--json", cwd=tmp_path)

    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines() == [
        "arguments: analyze my answer.wav --json",
        f"checkout: {checkout.root}",
    ]
    assert "Setting Sayback up" in first.stderr
    assert f"Takes are kept in {checkout.root / 'recordings'}" in first.stderr


def test_the_next_start_says_nothing_of_its_own(finished: Checkout) -> None:
    again = finished.start("demo")
    assert again.stdout.startswith("arguments: demo\n")
    assert again.stderr == ""


def test_the_exit_code_is_saybacks(finished: Checkout) -> None:
    assert finished.start("fail").returncode == 7


def test_a_changed_project_is_installed_again_in_place(finished: Checkout) -> None:
    mine = finished.root / ".venv" / "kept.txt"
    mine.touch()
    with (finished.root / "pyproject.toml").open("a") as file:
        file.write("# one more line\n")

    changed = finished.start("demo")

    assert changed.returncode == 0
    assert "Something has changed" in changed.stderr
    assert mine.exists()
    assert finished.start("demo").stderr == ""


def test_an_environment_without_pip_is_given_one(finished: Checkout) -> None:
    environment = finished.root / ".venv"
    for pip in environment.rglob("site-packages/pip*"):
        shutil.rmtree(pip)
    (environment / "kept.txt").touch()
    (finished.root / "requirements.lock").write_text("# nothing yet\n")

    assert finished.start("demo").returncode == 0
    assert (environment / "kept.txt").exists()


def test_a_moved_checkout_is_set_up_again(finished: Checkout, tmp_path: Path) -> None:
    moved = type(finished)(tmp_path / "elsewhere", finished.environment)
    finished.root.rename(moved.root)
    try:
        assert f"checkout: {moved.root}" in moved.start("demo").stdout
    finally:
        moved.root.rename(finished.root)
    assert f"checkout: {finished.root}" in finished.start("demo").stdout


def test_a_set_up_that_was_broken_off_is_done_anew(finished: Checkout) -> None:
    environment = finished.root / ".venv"
    (environment / "sayback-ready").unlink()
    (environment / "half-a-package").touch()

    mended = finished.start("demo")

    assert mended.returncode == 0, mended.stderr
    assert "was not finished" in mended.stderr
    assert not (environment / "half-a-package").exists()


def test_two_first_starts_at_once_both_work(make_checkout: Callable[[], Checkout]) -> None:
    checkout = make_checkout()
    both = [
        subprocess.Popen(
            checkout.command("demo"),
            env=checkout.environment,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    told = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert sum("Making the environment" in text for text in told) == 1
    assert sum("waiting for it" in text for text in told) == 1


def test_a_lock_that_cant_be_installed_names_the_reason(
    make_checkout: Callable[[], Checkout],
) -> None:
    checkout = make_checkout()
    (checkout.root / "requirements.lock").write_text("this is no requirement\n")

    failed = checkout.start("demo")

    assert failed.returncode == 1
    assert "ERROR" in failed.stderr  # pip's own words
    assert "pip could not install the packages." in failed.stderr
    assert "Traceback" not in failed.stderr
    assert failed.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "live"),
    [
        ("", True),
        ("--debug", True),
        ("practice ownership-1", True),
        ("takes play 3", True),
        ("devices", True),
        ("practice --input-file answer.wav", False),
        ("practice --help", False),
        ("--version", False),
        ("demo", False),
        ("analyze a.wav", False),
        ("batch", False),
        ("questions list", False),
        ("takes list", False),
        ("models download", False),
    ],
)
def test_only_live_audio_asks_for_portaudio(arguments: str, live: bool) -> None:
    spec = importlib.util.spec_from_file_location("start", ROOT / "scripts" / "start.py")
    assert spec is not None and spec.loader is not None
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    assert start.wants_live_audio(arguments.split()) is live
