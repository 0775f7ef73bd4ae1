"""Word and Transcript, the frozen types that everything else passes around."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Status = Literal["done", "pending", "imported"]


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word as the recogniser, or a file, gives it."""

    text: str
    """Spelling with its punctuation, without surrounding white space."""
    start_s: float | None = None
    """Seconds from the start of the audio; None where unknown."""
    end_s: float | None = None
    """Seconds from the start of the audio; None where unknown."""
    probability: float | None = None
    """The recogniser's own, 0 to 1; None where unknown."""
    suspect: bool = False
    """True where no speech was heard under it: never counted, shown as doubtful."""
    opens_segment: bool = False
    """True for the first word of a recogniser's segment or a subtitle's cue."""

    @property
    def has_times(self) -> bool:
        """Whether start and end are both known."""
        return self.start_s is not None and self.end_s is not None


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said, or the statement that it is not known yet."""

    words: tuple[Word, ...] = ()
    status: Status = "done"
    """done: recognised here; pending: no words yet; imported: words from a file."""
    engine: str | None = None
    """Program that recognised the words, such as "faster-whisper 1.2.1"."""
    model: str | None = None
    """Name of the model, such as "base.en"."""
    language: str | None = None
    """Two-letter code; None where unknown."""

    @classmethod
    def pending(cls) -> Transcript:
        """Return the transcript of a recording that no model has heard yet."""
        return cls(status="pending")

    @property
    def text(self) -> str:
        """All words, suspect ones too, joined by single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def has_times(self) -> bool:
        """Whether every word has both times (and there is at least one word)."""
        return bool(self.words) and all(word.has_times for word in self.words)

    def with_words(self, words: tuple[Word, ...]) -> Transcript:
        """Return a copy with other words."""
        return replace(self, words=words)
