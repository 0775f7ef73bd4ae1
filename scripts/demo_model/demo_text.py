"""The demo's own answers, as they stand in demo_answer.txt.

`# id`, `? question`, then the text; `[pause SECONDS]` after a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).with_name("demo_answer.txt")
_USUAL_PAUSE_S = 0.45


@dataclass(frozen=True)
class DemoAnswer:
    """One answer, as a text to be spoken."""

    id: str
    question: str
    sentences: tuple[str, ...]
    pauses_s: tuple[float, ...]
    """The pause after each sentence."""


def demo_answers(path: Path = PATH) -> list[DemoAnswer]:
    """Read the answers."""
    blocks = re.split(r"^# ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [_answer(*block.split("\n", 2)) for block in blocks]


def sentences_of(text: str) -> list[str]:
    """Split a written text at the end of its sentences."""
    return re.findall(r"\S.*?[.?!](?=\s|$)", " ".join(text.split()))


def _answer(name: str, question: str, text: str) -> DemoAnswer:
    sentences: list[str] = []
    pauses: list[float] = []
    for part in re.split(r"(\[pause [\d.]+\])", text):
        if part.startswith("[pause"):
            pauses[-1] = float(part[7:-1])
        else:
            made = sentences_of(part)
            sentences += made
            pauses += [_USUAL_PAUSE_S] * len(made)
    return DemoAnswer(name, question.lstrip("? "), tuple(sentences), tuple(pauses))
