"""`scripts/check.py` runs every check, names those that failed and says so by its exit code."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

CHECK = Path(__file__).parents[2] / "scripts" / "check.py"


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script as a module whose Python is this one and whose set-up is done."""
    spec = importlib.util.spec_from_file_location("check", CHECK)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.launch, "ensure", lambda root: None)
    monkeypatch.setattr(module.ready, "venv_python", lambda root: sys.executable)
    return module


def test_a_failure_is_named_after_all_were_run(
    check: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    steps = {"first": ["-c", "exit(1)"], "second": ["-c", "print('second ran')"]}
    monkeypatch.setattr(check, "STATIC", steps)
    assert check.main(["--static"]) == 1
    assert capfd.readouterr().out.splitlines() == [
        *("", "== first", "", "== second", "second ran", ""),
        *("1 of 2 checks passed.", "Failed: first"),
    ]


def test_all_well(check: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "STATIC", {"only": ["-c", "pass"]})
    assert check.main(["--static"]) == 0
