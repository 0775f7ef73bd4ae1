"""What `conftest.py` promises every test."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

SKIPPING = """
import pytest

@pytest.mark.e2e
def test_needs_a_sound_card():
    pytest.skip("no pulseaudio here")

def test_unit():
    pytest.skip("not on this system")
"""
SKIPPING_WHOLE = """
import pytest

pytest.skip("no tmux here", allow_module_level=True)
"""


def test_sayback_keeps_its_files_inside_the_tests_own_home(home: Path) -> None:
    from sayback import paths

    folders = (paths.config_dir(), paths.cache_dir(), paths.data_dir())
    assert all(home in folder.parents for folder in folders)
    assert home in paths.default_recordings_dir().parents
    assert list(home.iterdir()) == []


def test_an_address_elsewhere_is_refused() -> None:
    with pytest.raises(RuntimeError, match=r"reached for 192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(RuntimeError, match=r"reached for example\.invalid"):
        socket.getaddrinfo("example.invalid", 443)


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname(), timeout=5):
            pass
        port = server.getsockname()[1]
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"http://localhost:{port}/", timeout=5)


def test_a_child_process_finds_no_way_out_either() -> None:
    asks = "import urllib.request as u; u.urlopen('http://example.invalid', timeout=5)"
    child = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True)
    assert "Connection refused" in child.stderr


@pytest.mark.parametrize(
    ("required", "summary"), [("", "3 skipped"), ("1", "1 failed, 1 skipped, 1 error")]
)
def test_a_skipped_end_to_end_test_fails_where_all_must_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, required: str, summary: str
) -> None:
    (tmp_path / "e2e").mkdir()
    (tmp_path / "e2e" / "test_whole.py").write_text(SKIPPING_WHOLE)
    (tmp_path / "test_one.py").write_text(SKIPPING)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = e2e\n")
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    monkeypatch.setenv("SAYBACK_E2E_REQUIRED", required)
    child = subprocess.run(
        [sys.executable, "-m", "pytest", "-rsf", "--continue-on-collection-errors"],
        cwd=tmp_path,
        env=os.environ,
        capture_output=True,
        text=True,
    )
    assert summary in child.stdout.splitlines()[-1]
    assert "no pulseaudio here" in child.stdout
    assert "no tmux here" in child.stdout
