"""How accurate each figure was when it was measured, and on which material."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("accuracy.toml")


def accuracy_of(figure_id: str) -> str:
    """Return a sentence on a figure's accuracy; empty where it has not been measured.

    What is said of a group ("content.design") holds for each of its figures.
    """
    texts = read_accuracy(_FILE)
    return texts.get(figure_id) or texts.get(figure_id.rpartition(".")[0], "")


@cache
def read_accuracy(path: Path) -> Mapping[str, str]:
    """Return the sentences of a file by the figures' ids; empty ones are left out."""
    texts = tomllib.loads(path.read_text("utf-8"))
    return {name: text.strip() for name, text in texts.items() if text.strip()}
