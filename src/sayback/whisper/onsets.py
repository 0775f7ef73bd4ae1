"""Word starts that lie in silence, moved to where speech begins.

In faster-whisper the first word of a piece begins with the piece, and a word after a pause often
begins inside the pause. Where speech begins is known better from the sound itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayback.speech.regions import Speech
from sayback.transcript.model import Word


def begin_in_speech(words: Sequence[Word], *, speech: Speech) -> list[Word]:
    """Let no word begin in silence that it lasts beyond.

    Parameters
    ----------
    words
        With times in the whole recording; a word that lies in silence as a whole stays.
    speech
        Where there is speech.
    """
    starts = [region.start_s for region in speech.regions]
    return [_moved(word, speech, starts) for word in words]


def _moved(word: Word, speech: Speech, starts: Sequence[float]) -> Word:
    if word.start_s is None or word.end_s is None:
        return word
    following = bisect_right(starts, word.start_s)
    in_speech = following > 0 and word.start_s < speech.regions[following - 1].end_s
    if in_speech or following == len(starts) or starts[following] >= word.end_s:
        return word
    return replace(word, start_s=round(starts[following], 3))
