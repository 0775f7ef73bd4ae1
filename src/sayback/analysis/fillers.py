"""Fillers in the words: filled pauses, markers, repetitions and false starts.

Defined by the labelling guide; see `docs/accuracy.md` for how well it is followed. Filled pauses
are found by rules; markers and abandoned words by rules and a small network together, or by the
rules alone where the network can't be loaded. What is heard in the audio and absent from the words
is `hesitations.find_possible`.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayback.analysis.fillers_filled import find_filled_pauses, without_filled_pauses
from sayback.analysis.fillers_judges import FillerJudge, default_judge
from sayback.analysis.fillers_markers import without_markers
from sayback.analysis.fillers_tokens import read_tokens
from sayback.analysis.report import Filler, FillerKind
from sayback.transcript.model import Transcript

_FILLED_CONFIDENCE = 0.99


def find_fillers(transcript: Transcript, judge: FillerJudge | None = None) -> tuple[Filler, ...]:
    """Find filled pauses, markers and repetitions in the order in which they were spoken.

    Parameters
    ----------
    transcript
        English words. Suspect words belong to no filler and stand between none.
    judge
        Tells fillers from words that carry something; the packaged one if None.

    Returns
    -------
    tuple of Filler
        A marker of two words ("you know") is one item with both indices; a repetition's words are
        the abandoned ones. No word is in two items.
    """
    everything = read_tokens(transcript)
    filled = find_filled_pauses(everything)
    spoken = without_filled_pauses(everything, filled)
    heard = (judge or default_judge()).listen(everything)
    markers = heard.markers(spoken)
    plain = without_markers(spoken, markers)
    abandoned = heard.repetitions(plain)
    if not filled and not heard.is_sure(markers, abandoned):
        return ()
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
        for found in abandoned
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
