"""Models that another program has downloaded: the cache that Hugging Face's own library keeps.

Its layout is read here rather than asked for, since importing that library takes longer than a
first frame may.
"""

from __future__ import annotations

import os
from pathlib import Path


def cached_folder(repository: str) -> Path | None:
    """Return the folder of a repository's main version in the cache, complete or not."""
    folder = _cache_dir() / f"models--{repository.replace('/', '--')}"
    try:
        version = (folder / "refs" / "main").read_text(encoding="utf-8").strip()
    except OSError:
        return None
    snapshot = folder / "snapshots" / version
    return snapshot if version and snapshot.is_dir() else None


def _cache_dir() -> Path:
    if path := os.environ.get("HF_HUB_CACHE"):
        return Path(path).expanduser()
    if path := os.environ.get("HF_HOME"):
        return Path(path).expanduser() / "hub"
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base).expanduser() / "huggingface" / "hub"
