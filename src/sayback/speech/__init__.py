"""Where there is speech in a signal: the mask, its regions, the pauses between them."""

from sayback.speech.regions import Region, Speech

__all__ = ["Region", "Speech"]
