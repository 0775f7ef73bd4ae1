"""`pip install .` and pipx: the wheel holds all that Sayback needs and nothing else."""

import subprocess
import sys
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel with the build backend that the lock brings, offline."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("sayback-*.whl")
    return zipfile.ZipFile(path)


def test_carries_every_question_pack(wheel: zipfile.ZipFile) -> None:
    packs = {path.relative_to(ROOT / "questions") for path in (ROOT / "questions").rglob("*.toml")}
    assert packs
    assert {f"sayback/packs/{pack.as_posix()}" for pack in packs} <= set(wheel.namelist())


def test_carries_the_whole_package_and_no_tests(wheel: zipfile.ZipFile) -> None:
    files = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "sayback").rglob("*.py")
    }
    assert files <= set(wheel.namelist())
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"sayback"}


def test_names_the_licence_and_the_command(wheel: zipfile.ZipFile) -> None:
    def read(ending: str) -> str:
        (name,) = [n for n in wheel.namelist() if n.endswith(f".dist-info/{ending}")]
        return wheel.read(name).decode()

    metadata = message_from_string(read("METADATA"))
    assert metadata["License-Expression"] == "GPL-3.0-or-later"
    assert "GNU GENERAL PUBLIC LICENSE" in read("licenses/LICENSE")
    assert "sayback = sayback.__main__:main" in read("entry_points.txt")


def test_finds_its_packs_where_it_is_installed(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    asks = "from sayback import paths; print(paths.bundled_packs_dir())"
    code = f"import sys; sys.path[:0] = [{str(tmp_path)!r}]; {asks}"
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    packs = Path(out.stdout.strip())
    assert packs == tmp_path / "sayback" / "packs"
    assert list(packs.glob("*.toml"))
