"""`scripts/test.py` brings what the end-to-end tests use, where the user lets it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from _setup import debian, end_to_end
from _setup.end_to_end import Tool, provide_tools


class Debian:
    """A Debian that has some packages."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, root: bool, offers: set[str]) -> None:
        self.installed: set[str] = set()
        self.offers = offers
        self.calls: list[list[str]] = []
        tools = [Tool(name, lambda name=name: name in self.installed) for name in ("tmux", "sox")]
        monkeypatch.setattr(end_to_end, "TOOLS", tools)
        monkeypatch.setattr(debian, "has_apt", lambda: True)
        monkeypatch.setattr(debian, "is_root", lambda: root)
        monkeypatch.setattr(debian, "provide", self.provide)

    def provide(self, packages: Sequence[str]) -> bool:
        self.calls.append(list(packages))
        if not self.offers.issuperset(packages):
            return False
        self.installed.update(packages)
        return True


@pytest.fixture
def checkout(tmp_path: Path) -> str:
    (tmp_path / ".venv").mkdir()
    return str(tmp_path)


def test_what_lacks_is_installed_at_once(monkeypatch: pytest.MonkeyPatch, checkout: str) -> None:
    system = Debian(monkeypatch, root=True, offers={"tmux", "sox"})
    provide_tools(checkout)
    provide_tools(checkout)
    assert system.calls == [["tmux", "sox"]]


def test_a_package_that_cant_be_had_spoils_only_itself(
    monkeypatch: pytest.MonkeyPatch, checkout: str, capsys: pytest.CaptureFixture[str]
) -> None:
    system = Debian(monkeypatch, root=True, offers={"sox"})
    provide_tools(checkout)
    assert system.installed == {"sox"}
    assert "Tests that need tmux will skip" in capsys.readouterr().err


def test_a_no_is_remembered(monkeypatch: pytest.MonkeyPatch, checkout: str) -> None:
    system = Debian(monkeypatch, root=False, offers=set())
    provide_tools(checkout)
    provide_tools(checkout)
    assert system.calls == [["tmux", "sox"]]
