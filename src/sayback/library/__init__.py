"""Takes and their files: plain WAV and JSON, in folders by date."""

from sayback.library.store import Library
from sayback.library.take import RATINGS, Bookmark, Rating, RecordingInfo, Take, TakeQuestion

__all__ = [
    "RATINGS",
    "Bookmark",
    "Library",
    "Rating",
    "RecordingInfo",
    "Take",
    "TakeQuestion",
]
