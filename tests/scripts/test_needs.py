"""Packages of the system: root installs them, sudo is asked once, others get the command."""

import io
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from _setup import debian, needs
from _setup.needs import Need
from _setup.steps import SetupError, StepFailedError

COMMAND = "sudo apt-get install --yes --no-install-recommends libportaudio2"


@dataclass
class System:
    """A system whose packages exist in a set only."""

    installed: set[str] = field(default_factory=set)
    ran: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Packages that apt-get fails on."""

    def run(self, command: Sequence[str], *, failure: str, **_: object) -> None:
        self.ran.append(" ".join(command))
        packages = set(command) & {"libportaudio2", "python3-venv"}
        if packages & self.broken:
            raise StepFailedError(failure)
        self.installed |= packages

    def sudo(self, command: Sequence[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        self.run(command[1:], failure="")
        self.ran[-1] = "sudo " + self.ran[-1]
        return subprocess.CompletedProcess(command, 0)

    def need(self, package: str) -> Need:
        return Need(package, f"{package} is missing.", f"Install {package}", self.has(package))

    def has(self, package: str) -> Callable[[], bool]:
        return lambda: package in self.installed


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    """A Debian without sudo, used by somebody who is not root, from a script."""
    system = System()
    monkeypatch.setattr(debian, "run", system.run)
    monkeypatch.setattr(debian.subprocess, "run", system.sudo)
    monkeypatch.setattr(debian, "has_apt", lambda: True)
    monkeypatch.setattr(debian, "is_root", lambda: False)
    monkeypatch.setattr(debian.shutil, "which", lambda _: None)
    monkeypatch.setattr(debian, "_is_terminal", lambda: False)
    return system


def sit_at_terminal(monkeypatch: pytest.MonkeyPatch, answer: str) -> io.StringIO:
    """Give the user sudo and a keyboard; returns what is left to read of what they type."""
    keyboard = io.StringIO(answer)
    monkeypatch.setattr(debian.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(debian, "_is_terminal", lambda: True)
    monkeypatch.setattr(debian.sys, "stdin", keyboard)
    return keyboard


def test_what_is_there_is_not_asked_for(system: System) -> None:
    system.installed.add("libportaudio2")
    needs.provide([system.need("libportaudio2")])
    assert system.ran == []


def test_root_gets_it_installed(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "is_root", lambda: True)
    needs.provide([system.need("python3-venv")], wished=[system.need("libportaudio2")])
    assert system.installed == {"python3-venv", "libportaudio2"}
    assert len(system.ran) == 2  # the list of packages, then both at once


def test_what_root_only_wished_for_may_fail(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "is_root", lambda: True)
    system.broken = {"libportaudio2"}
    needs.provide([], wished=[system.need("libportaudio2")])
    assert system.installed == set()


def test_a_yes_runs_the_command_that_was_shown(
    system: System, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keyboard = sit_at_terminal(monkeypatch, "y\nn\n")
    needs.provide([system.need("libportaudio2")])
    assert system.ran == [COMMAND]
    assert COMMAND in capsys.readouterr().err
    assert keyboard.read() == "n\n"  # asked once


def test_a_no_ends_the_set_up_with_the_command(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_at_terminal(monkeypatch, "\n")
    with pytest.raises(SetupError, match=COMMAND):
        needs.provide([system.need("libportaudio2")])
    assert system.ran == []


def test_without_a_terminal_the_command_is_told_and_nothing_runs(system: System) -> None:
    with pytest.raises(SetupError, match=COMMAND):
        needs.provide([system.need("libportaudio2")])
    assert system.ran == []


def test_a_wish_is_not_asked_for(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_at_terminal(monkeypatch, "y\n")
    needs.provide([], wished=[system.need("libportaudio2")])
    assert system.ran == []


def test_without_apt_get_the_reader_learns_what_to_look_for(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "has_apt", lambda: False)
    with pytest.raises(SetupError, match="Install libportaudio2"):
        needs.provide([system.need("libportaudio2")])
