"""Which Whisper models are on this machine, and where they lie.

A model is a folder that faster-whisper reads: `model.bin`, `tokenizer.json`, `vocabulary.json` or
`vocabulary.txt`, and mostly `config.json` and `preprocessor_config.json`. A name stands for a
folder in the models folder, or in the cache that Hugging Face's own programs share.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from sayback import paths
from sayback.errors import ModelError
from sayback.whisper.catalogue import CATALOGUE, ModelInfo, model_info
from sayback.whisper.hub_cache import cached_folder
from sayback.whisper.pieces import HARD_PIECE_S, PIECE_S

__all__ = [
    "CATALOGUE", "DEMO", "ModelFolder", "ModelInfo", "demo_folder", "find_model",
    "installed_models", "model_info",
]  # fmt: skip

DEMO = "demo"
"""Name of the packaged model, which understands the demo's own voice and no human one."""

_FOREIGN = ("model.safetensors", "pytorch_model.bin", "ggml-model.bin")


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model on this machine, with all the files that it needs."""

    name: str
    path: Path
    is_demo: bool = False
    """True for a model whose words are not reliable on a human voice."""
    piece_s: float = PIECE_S
    """Longest stretch of audio, in seconds, that it should be given at once."""


def demo_folder() -> Path:
    """Folder of the packaged demo model."""
    return Path(__file__).parent / "demo"


def find_model(name_or_path: str) -> ModelFolder:
    """Find a model by its name, or by its folder's path.

    Raises
    ------
    ModelError
        When it is not installed, unknown, or a file is missing: says which, and what to do.
    """
    if name_or_path == DEMO:
        return _checked(DEMO, demo_folder(), "reinstall Sayback")
    info = model_info(name_or_path)
    if info is not None:
        return _named(info)
    path = Path(name_or_path).expanduser()
    if name_or_path and path.is_dir():
        return _at(path)
    if _is_plain(name_or_path) and (paths.models_dir() / name_or_path).is_dir():
        return _checked(
            name_or_path, paths.models_dir() / name_or_path, "put it there, or choose another"
        )
    if path.is_file():
        raise ModelError(f"{path} is a file; name the folder that holds a model's files.")
    if name_or_path and not _is_plain(name_or_path):
        raise ModelError(f"There is no folder {path}; check the path of the model.")
    names = ", ".join(model.name for model in CATALOGUE)
    raise ModelError(
        f"There is no model '{name_or_path}'; choose one of {names}, or give a folder's path."
    )


def installed_models() -> tuple[ModelFolder, ...]:
    """Return the models on this machine that can hear a person, in the catalogue's order.

    Folders that the user put into the models folder come last. The demo model is none of them.
    """
    found = {}
    for name in (*(model.name for model in CATALOGUE), *_own_names()):
        try:
            found[name] = find_model(name)
        except ModelError:
            continue
    return tuple(found.values())


def missing_file(folder: Path) -> str | None:
    """Return the first file that a model's folder lacks, or None if it is complete."""
    for name in ("model.bin", "tokenizer.json"):
        if not _has(folder / name):
            return name
    if not any(_has(folder / name) for name in ("vocabulary.json", "vocabulary.txt")):
        return "vocabulary.json"
    return None


def _named(info: ModelInfo) -> ModelFolder:
    own = paths.models_dir() / info.name
    for folder in (own, cached_folder(info.repository)):
        if folder is not None and missing_file(folder) is None:
            return _folder(info.name, folder)
    if own.is_dir() and (missing := missing_file(own)):
        raise ModelError(
            f"The model {info.name} is incomplete: {own / missing} is missing or empty; "
            f"`sayback models download {info.name}` completes it."
        )
    raise ModelError(
        f"The model {info.name} is not on this machine; "
        f"`sayback models download {info.name}` fetches it ({info.size_mb} MB)."
    )


def _at(path: Path) -> ModelFolder:
    if demo_folder().is_dir() and path.samefile(demo_folder()):
        return find_model(DEMO)
    missing = missing_file(path)
    foreign = next((name for name in _FOREIGN if (path / name).is_file()), None)
    if missing == "model.bin" and foreign:
        raise ModelError(
            f"{path} holds {foreign}, which faster-whisper does not read; "
            "convert the model with `ct2-transformers-converter`."
        )
    name = path.resolve().name
    return _checked(name, path, "copy it from where the model comes from")


def _checked(name: str, path: Path, remedy: str) -> ModelFolder:
    if missing := missing_file(path):
        raise ModelError(
            f"The model '{name}' can't be used: {path / missing} is missing or empty; {remedy}."
        )
    return _folder(name, path)


def _folder(name: str, path: Path) -> ModelFolder:
    hints = _hints(path)
    piece_s = hints.get("piece_s")
    if not (isinstance(piece_s, int | float) and 2 <= piece_s <= HARD_PIECE_S):
        piece_s = PIECE_S
    is_demo = name == DEMO or hints.get("demo") is True
    # A copy of the demo model under another name is still one, and reports must say so.
    return ModelFolder(DEMO if is_demo else name, path.resolve(), is_demo, float(piece_s))


def _hints(path: Path) -> dict[str, object]:
    """Read what a model's own config.json tells Sayback; a strange one tells nothing."""
    try:
        config = json.loads((path / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    hints = config.get("sayback") if isinstance(config, dict) else None
    return hints if isinstance(hints, dict) else {}


def _own_names() -> list[str]:
    try:
        entries = sorted(paths.models_dir().iterdir())
    except OSError:
        return []
    return [entry.name for entry in entries if entry.is_dir() and entry.name[0] != "."]


def _is_plain(name: str) -> bool:
    return bool(name) and name not in (".", "..") and not {"/", os.sep, "~"} & set(name)


def _has(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > 0
    except OSError:
        return False
