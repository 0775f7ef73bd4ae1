"""Sentences on a terminal, broken between words instead of where the edge cuts them."""

from __future__ import annotations

import shutil
import textwrap
from typing import TextIO


def wrapped(text: str, stream: TextIO | None) -> str:
    """Return text as it should be written to a stream: as it is, but on a terminal its width."""
    if stream is None or not stream.isatty():
        return text
    width = shutil.get_terminal_size((80, 24)).columns
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )
