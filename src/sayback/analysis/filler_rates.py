"""How often fillers come: per minute of the answer, and per hundred words."""

from __future__ import annotations

from collections.abc import Sequence

from sayback.analysis.report import Filler, FillerKind, Fillers, Rate
from sayback.analysis.timing import per_minute


def rate_fillers(
    items: Sequence[Filler],
    *,
    words: int | None,
    speaking_s: float | None,
    words_known: bool,
    possible_known: bool,
) -> Fillers:
    """Count the fillers of each kind.

    Parameters
    ----------
    items
        All fillers, in the order in which they are to be shown.
    words
        Words without filled pauses and suspect ones: what `per_100_words` divides by, so that
        "ten ums in a hundred words" means a hundred words that say something.
    speaking_s
        Seconds from first to last speech without the user's own pauses of the recorder; None
        without audio, and then no rate per minute is known.
    words_known
        False where there is no transcript, or one in another language: then nothing is known.
    possible_known
        Whether hesitations could be looked for in the audio.
    """

    def rate(kind: FillerKind, *, known: bool) -> Rate:
        if not known:
            return Rate()
        count = sum(item.kind == kind for item in items)
        return Rate(
            count=count,
            per_minute=per_minute(count, speaking_s) if speaking_s is not None else None,
            per_100_words=100.0 * count / words if words else None,
        )

    return Fillers(
        filled_pauses=rate("filled_pause", known=words_known),
        markers=rate("marker", known=words_known),
        repetitions=rate("repetition", known=words_known),
        possible=rate("possible", known=possible_known),
        items=tuple(items),
    )
