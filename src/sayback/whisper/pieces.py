"""Cut a recording into the pieces that Whisper gets one by one, always in the middle of silence.

Whisper hears 30 s at a time and pays for all of them, however short the piece. Left to itself it
cuts wherever it last wrote a time, sometimes inside a word; so the cuts are made here, at pauses.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayback.speech.regions import Region, Speech

PIECE_S = 20.0
"""Longest piece by default; a model's folder can ask for another length."""
HARD_PIECE_S = 28.0
"""Where somebody speaks without a pause for so long, the cut goes through a word."""

_GOOD_PAUSE_S = 0.5
_ALWAYS_CUT_S = 3.0
"""Whisper invents words in long silences, so none lies within a piece."""
_MARGIN_S = 0.4
"""Silence that a piece keeps at each end: the onset of a quiet word may lie in it."""
_MIN_SPEECH_S = 1.0
"""Less than this is not worth a piece of its own."""
_EARLY = 0.4
"""A pause before this share of the piece's length is too early if there is a later one."""


def cut_pieces(speech: Speech, *, piece_s: float = PIECE_S) -> tuple[Region, ...]:
    """Cut where somebody pauses.

    Parameters
    ----------
    speech
        Where the recording holds speech.
    piece_s
        Longest piece in seconds; exceeded only by speech without any pause, up to 28 s.

    Returns
    -------
    tuple of Region
        In order, disjoint, each within the recording; together they hold all speech.
    """
    regions = tuple(_split_endless(speech.regions))
    ends = []
    first = 0
    while first < len(regions):
        last = _last_region(regions, first, piece_s)
        ends.append((first, last))
        first = last + 1
    if len(ends) > 1 and _may_join(regions, ends[-2], ends[-1], piece_s):
        ends[-2:] = [(ends[-2][0], ends[-1][1])]
    return tuple(_with_margins(regions, first, last, speech.duration_s) for first, last in ends)


def _last_region(regions: tuple[Region, ...], first: int, piece_s: float) -> int:
    """Return the region after which the piece that begins with `first` ends."""
    ends = [first]
    for index in range(first + 1, len(regions)):
        if _gap_s(regions, index - 1) >= _ALWAYS_CUT_S and _speech_s(regions, first, index):
            return index - 1
        if regions[index].end_s - regions[first].start_s > piece_s:
            break
        ends.append(index)
    else:
        return len(regions) - 1
    enough_s = _EARLY * piece_s
    late = [i for i in ends if regions[i].end_s - regions[first].start_s >= enough_s] or ends
    pauses = [i for i in late if _gap_s(regions, i) >= _GOOD_PAUSE_S]
    return pauses[-1] if pauses else max(late, key=lambda i: _gap_s(regions, i))


def _speech_s(regions: tuple[Region, ...], first: int, end: int) -> bool:
    return sum(region.duration_s for region in regions[first:end]) >= _MIN_SPEECH_S


def _gap_s(regions: tuple[Region, ...], index: int) -> float:
    """Seconds of silence after a region."""
    return regions[index + 1].start_s - regions[index].end_s


def _may_join(
    regions: tuple[Region, ...], before: tuple[int, int], tail: tuple[int, int], piece_s: float
) -> bool:
    """Whether a last piece of a word or two goes with the one before it."""
    length_s = regions[tail[1]].end_s - regions[before[0]].start_s
    return (
        not _speech_s(regions, tail[0], tail[1] + 1)
        and length_s <= min(1.2 * piece_s, HARD_PIECE_S)
        and _gap_s(regions, before[1]) < _ALWAYS_CUT_S
    )


def _with_margins(regions: tuple[Region, ...], first: int, last: int, duration_s: float) -> Region:
    before_s = _gap_s(regions, first - 1) / 2 if first else regions[0].start_s
    after_s = (
        _gap_s(regions, last) / 2 if last + 1 < len(regions) else duration_s - regions[last].end_s
    )
    return Region(
        regions[first].start_s - min(before_s, _MARGIN_S),
        regions[last].end_s + max(0.0, min(after_s, _MARGIN_S)),
    )


def _split_endless(regions: tuple[Region, ...]) -> Iterator[Region]:
    """Cut what is too long for one piece even though it holds no pause at all."""
    for region in regions:
        edges = [region.start_s]
        while region.end_s - edges[-1] > HARD_PIECE_S:
            edges.append(edges[-1] + HARD_PIECE_S)
        yield from (Region(start, end) for start, end in pairwise([*edges, region.end_s]))
