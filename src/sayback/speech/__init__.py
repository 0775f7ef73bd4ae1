"""Where there is speech in a signal: the mask, its regions, the pauses between them."""

from sayback.speech.mask import find_speech
from sayback.speech.pauses import silent_gaps
from sayback.speech.regions import Region, Speech

__all__ = ["Region", "Speech", "find_speech", "silent_gaps"]
