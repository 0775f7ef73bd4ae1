"""Where the bundled answer lies, what it answers, and what it says."""

from __future__ import annotations

from pathlib import Path

from sayback.library import TakeQuestion
from sayback.transcript import Transcript

_FOLDER = Path(__file__).parent
ANSWER_PATH = _FOLDER / "answer.flac"
TRANSCRIPT_PATH = _FOLDER / "answer.transcript.json"

QUESTION = TakeQuestion(
    id="demo",
    text="Tell me about a time when you solved a difficult problem for a customer.",
    kind="behavioural",
    target_s=90,
)


def answer_transcript() -> Transcript:
    """Return the words of the bundled answer with their times, as the voice spoke them."""
    from sayback.transcript.formats import load_transcript

    return load_transcript(TRANSCRIPT_PATH)
