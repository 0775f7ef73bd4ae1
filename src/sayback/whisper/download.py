"""Download a model, piece by piece, so that a broken download goes on where it stopped.

The files come into a hidden folder beside the models and move to their place, model.bin last, when
all of them are whole. A partial download is therefore never taken for a model.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayback import paths
from sayback.errors import ModelError
from sayback.whisper.catalogue import CATALOGUE, ModelInfo, model_info
from sayback.whisper.http_file import TransferError, fetch
from sayback.whisper.models import ModelFolder, find_model

_WANTED = ("config.json", "preprocessor_config.json", "tokenizer.json", "vocabulary.json",
           "vocabulary.txt", "model.bin")  # fmt: skip
"""In the order of their download."""
_ATTEMPTS = 5
_ROOM_BYTES = 50_000_000
"""What should stay free on the disk."""

OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Remote:
    """One file on the hub."""

    name: str
    url: str
    size: int
    sha256: str | None


def download_model(
    name: str, *, on_progress: OnProgress | None = None, wait_s: float = 1.0
) -> ModelFolder:
    """Fetch a model of the catalogue into the models folder; one that is there stays as it is.

    Parameters
    ----------
    name
        As in the catalogue.
    on_progress
        Told how many bytes there are now, of how many; may raise to stop, and what has come is
        kept for the next time.
    wait_s
        Pause before a broken connection is tried again.

    Raises
    ------
    ModelError
        When there is no such model, no network, no room, or what came is damaged.
    """
    info = model_info(name)
    if info is None:
        names = ", ".join(model.name for model in CATALOGUE)
        raise ModelError(f"There is no model '{name}' to download; choose one of {names}.")
    try:
        return find_model(name)
    except ModelError:
        pass
    version, files = _listing(info)
    try:
        partial = _partial_folder(info, version)
        _check_room(info, partial, files)
        for number, file in enumerate(files):
            before = sum(one.size for one in files[:number])
            _fetch_whole(info, file, partial, before, files, on_progress, wait_s)
        _move_in(partial, paths.models_dir() / info.name, files)
    except OSError as error:
        raise ModelError(
            f"The model {name} can't be written to {paths.models_dir()} "
            f"({error.strerror or error}); free some space or set SAYBACK_MODELS."
        ) from error
    return find_model(name)


def _listing(info: ModelInfo) -> tuple[str, list[_Remote]]:
    """Ask the hub what the model consists of."""
    from huggingface_hub import HfApi, hf_hub_url

    # That library reads it when it is imported, which is too early for whoever sets it later.
    endpoint = os.environ.get("HF_ENDPOINT") or None
    try:
        found = HfApi(endpoint=endpoint).model_info(
            info.repository, files_metadata=True, timeout=20
        )
        files = {file.rfilename: file for file in found.siblings or ()}
        version = str(found.sha)
    except Exception as error:
        raise ModelError(
            f"The model {info.name} can't be downloaded, since its source does not answer "
            f"({_short(error)}); try again with a network, or use a model in a folder of your own."
        ) from error
    wanted = [
        _Remote(
            name,
            hf_hub_url(info.repository, name, revision=version, endpoint=endpoint),
            int(files[name].size or 0),
            _sha256(files[name]),
        )
        for name in _WANTED
        if name in files
    ]
    if not any(file.name == "model.bin" for file in wanted):
        raise ModelError(f"The source of the model {info.name} holds no model.bin; try another.")
    return version, wanted


def _sha256(file: Any) -> str | None:
    lfs = getattr(file, "lfs", None)
    value = lfs.get("sha256") if isinstance(lfs, dict) else getattr(lfs, "sha256", None)
    return str(value) if value else None


def _partial_folder(info: ModelInfo, version: str) -> Path:
    """Make the folder of this version's download; those of older versions are of no use."""
    folder = paths.models_dir() / f".{info.name}.{version[:12]}.part"
    for old in paths.models_dir().glob(f".{info.name}.*.part"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _check_room(info: ModelInfo, partial: Path, files: list[_Remote]) -> None:
    have = sum(_size(partial / file.name) for file in files)
    need = sum(file.size for file in files) - have + _ROOM_BYTES
    free = shutil.disk_usage(partial).free
    if free < need:
        raise ModelError(
            f"The model {info.name} needs {need // 1_000_000} MB and {paths.models_dir()} has "
            f"{free // 1_000_000} MB free; make room or choose a smaller model."
        )


def _fetch_whole(
    info: ModelInfo,
    file: _Remote,
    folder: Path,
    before: int,
    files: list[_Remote],
    on_progress: OnProgress | None,
    wait_s: float,
) -> None:
    """Fetch one file, going on after each break as long as something arrives."""
    total = sum(one.size for one in files)
    path = folder / file.name
    left = _ATTEMPTS
    while True:
        start = _size(path)
        try:
            for done in fetch(file.url, path, size=file.size):
                if on_progress:
                    on_progress(before + done, total)
            break
        except TransferError as error:
            left = _ATTEMPTS if _size(path) > start else left - 1
            if not left or not error.may_pass:
                raise ModelError(
                    f"The download of {info.name} stopped at {(before + _size(path)) // 1_000_000} "
                    f"of {total // 1_000_000} MB ({error}); "
                    f"`sayback models download {info.name}` goes on from there."
                ) from error
            time.sleep(wait_s)
    if file.sha256 and file.sha256 != _digest(path):
        path.unlink()
        raise ModelError(f"{file.name} of the model {info.name} came damaged; download it again.")


def _move_in(partial: Path, folder: Path, files: list[_Remote]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        os.replace(partial / file.name, folder / file.name)
    shutil.rmtree(partial, ignore_errors=True)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    for block in _blocks(path):
        digest.update(block)
    return digest.hexdigest()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            yield block


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _short(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0][:100]}" if lines else type(error).__name__
