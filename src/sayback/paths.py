"""Where everything lies: the one module that knows folders.

Every folder can be moved by an environment variable:

=====================  ===============================================
SAYBACK_CONFIG_DIR     config.toml and the user's own question packs
SAYBACK_CACHE_DIR      spoken questions, logs, compiled code
SAYBACK_DATA_DIR       models, and takes of an installed Sayback
SAYBACK_RECORDINGS     takes
SAYBACK_MODELS         Whisper models
SAYBACK_CHECKOUT       set by scripts/start.py: the checkout's folder
=====================  ===============================================
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APP = "sayback"


def _folder(variable: str, default: Path) -> Path:
    value = os.environ.get(variable)
    return Path(value).expanduser() if value else default


def config_dir() -> Path:
    """Folder of `config.toml` and of the user's own packs."""
    return _folder("SAYBACK_CONFIG_DIR", platformdirs.user_config_path(APP, appauthor=False))


def config_file() -> Path:
    """Return the path of the configuration, which need not exist."""
    return config_dir() / "config.toml"


def user_packs_dir() -> Path:
    """Folder of the user's own question packs."""
    return config_dir() / "questions"


def data_dir() -> Path:
    """Folder of what the user would miss: models, takes of an installed Sayback."""
    return _folder("SAYBACK_DATA_DIR", platformdirs.user_data_path(APP, appauthor=False))


def cache_dir() -> Path:
    """Folder of what can be made again: spoken questions, logs."""
    return _folder("SAYBACK_CACHE_DIR", platformdirs.user_cache_path(APP, appauthor=False))


def voice_cache_dir() -> Path:
    """Folder of questions that were spoken before."""
    return cache_dir() / "voice"


def log_file() -> Path:
    """File that takes what native libraries write to standard error."""
    return cache_dir() / "sayback.log"


def models_dir() -> Path:
    """Folder of downloaded Whisper models, one folder a model."""
    return _folder("SAYBACK_MODELS", data_dir() / "models")


def checkout_dir() -> Path | None:
    """Folder of the checkout that scripts/start.py was run in, if it was."""
    value = os.environ.get("SAYBACK_CHECKOUT")
    return Path(value) if value else None


def default_recordings_dir() -> Path:
    """Folder of takes where the configuration names none."""
    checkout = checkout_dir()
    default = checkout / "recordings" if checkout else data_dir() / "recordings"
    return _folder("SAYBACK_RECORDINGS", default)


def bundled_packs_dir() -> Path:
    """Folder of the packs that come with Sayback, in the wheel or in a checkout."""
    inside_package = Path(__file__).parent / "packs"
    if inside_package.is_dir():
        return inside_package
    return Path(__file__).parents[2] / "questions"
