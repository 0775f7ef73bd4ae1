"""The set-up's modules, and a checkout that is set up in seconds and without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"

# At the end: scripts/test.py must not stand before Python's own `test`.
sys.path.append(str(SCRIPTS))

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "sayback"
version = "0"
"""

# A build backend of its own, since none can be fetched.
BACKEND = """
import os, zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "sayback-0-py3-none-any.whl"
    files = {
        "sayback.pth": os.path.abspath("src"),
        "sayback-0.dist-info/METADATA": "Metadata-Version: 2.1\\nName: sayback\\nVersion: 0\\n",
        "sayback-0.dist-info/WHEEL": "Wheel-Version: 1.0\\nTag: py3-none-any\\n",
    }
    record = "".join(f"{path},,\\n" for path in files) + "sayback-0.dist-info/RECORD,,\\n"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        for path, text in {**files, "sayback-0.dist-info/RECORD": record}.items():
            wheel.writestr(path, text)
    return name
"""

SAYBACK = """
import os, sys

print("arguments:", *sys.argv[1:])
print("checkout:", os.environ["SAYBACK_CHECKOUT"])
sys.exit(7 if "fail" in sys.argv else 0)
"""


@dataclass(frozen=True)
class Checkout:
    """A folder with the real scripts and a Sayback that prints what it was given."""

    root: Path
    environment: dict[str, str]

    def command(self, *arguments: str) -> list[str]:
        """Return the command that a user types."""
        return [sys.executable, str(self.root / "scripts" / "start.py"), *arguments]

    def start(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        return subprocess.run(
            self.command(*arguments),
            env=self.environment,
            cwd=cwd,
            capture_output=True,
            text=True,
        )


@pytest.fixture(scope="session")
def make_checkout(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Checkout]:
    """Return a function that makes a checkout in which nothing was set up yet."""

    def make() -> Checkout:
        root = tmp_path_factory.mktemp("checkout")
        empty = tmp_path_factory.mktemp("empty")
        shutil.copytree(SCRIPTS, root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
        package = root / "src" / "sayback"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        (package / "__main__.py").write_text(SAYBACK)
        (root / "backend.py").write_text(BACKEND)
        (root / "pyproject.toml").write_text(PYPROJECT)
        (root / "requirements.lock").write_text("# nothing\n")
        # Nothing on the path: no uv, no apt-get, no sudo.
        kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        environment = {**kept, "PATH": str(empty), "HOME": str(empty)}
        return Checkout(root.resolve(), environment)

    return make


@pytest.fixture(scope="session")
def finished(make_checkout: Callable[[], Checkout]) -> Checkout:
    """Return a checkout that was started once; tests leave it working."""
    checkout = make_checkout()
    assert checkout.start("--version").returncode == 0
    return checkout
