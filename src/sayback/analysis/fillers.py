"""Fillers in the words: filled pauses, markers, repetitions and false starts, by rules.

Defined by the labelling guide; see `docs/accuracy.md` for how well the rules follow it. What is
heard in the audio and absent from the words is `hesitations.find_possible`.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayback.analysis.fillers_filled import find_filled_pauses, without_filled_pauses
from sayback.analysis.fillers_markers import find_markers, without_markers
from sayback.analysis.fillers_repetitions import find_repetitions
from sayback.analysis.fillers_tokens import read_tokens
from sayback.analysis.report import Filler, FillerKind
from sayback.transcript.model import Transcript

_FILLED_CONFIDENCE = 0.99


def find_fillers(transcript: Transcript) -> tuple[Filler, ...]:
    """Find filled pauses, markers and repetitions in the order in which they were spoken.

    Parameters
    ----------
    transcript
        English words. Suspect words belong to no filler and stand between none.

    Returns
    -------
    tuple of Filler
        A marker of two words ("you know") is one item with both indices; a repetition's words are
        the abandoned ones. No word is in two items.
    """
    everything = read_tokens(transcript)
    filled = find_filled_pauses(everything)
    spoken = without_filled_pauses(everything, filled)
    markers = find_markers(spoken)
    plain = without_markers(spoken, markers)
    items = [
        _item(transcript, "filled_pause", [everything[at].index], _FILLED_CONFIDENCE)
        for at in filled
    ]
    items += [
        _item(transcript, "marker", [spoken[at].index for at in marker.places], marker.confidence)
        for marker in markers
    ]
    items += [
        _item(transcript, "repetition", [plain[at].index for at in found.places], found.confidence)
        for found in find_repetitions(plain)
    ]
    return tuple(sorted(items, key=lambda item: item.words))


def _item(
    transcript: Transcript, kind: FillerKind, indices: Iterable[int], confidence: float
) -> Filler:
    words = tuple(indices)
    spoken = [transcript.words[index] for index in words]
    return Filler(
        kind=kind,
        text=" ".join(word.text for word in spoken),
        words=words,
        start=spoken[0].start_s,
        end=spoken[-1].end_s,
        confidence=confidence,
    )
