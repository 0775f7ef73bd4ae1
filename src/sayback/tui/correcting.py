"""What can be corrected at a word. No screen."""

from __future__ import annotations

from dataclasses import dataclass

from sayback.analysis.report import Filler, FillerKind, Part, Report
from sayback.library import Take
from sayback.transcript import Transcript

_BESIDE_S = 1.0
"""A hesitation that ended this long before a word is shown beside it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word with its filler and its sentence, as the report has them now."""

    word: int
    text: str
    suspect: bool
    heard: Transcript
    """The words as they were recognised, which corrections refer to."""
    judged: bool
    """Whether fillers are known: not in another language."""
    filler: FillerKind | None
    filler_words: tuple[int, ...]
    """All words of that filler; the word alone where there is none."""
    hesitation: Filler | None
    """What was heard in or just before the word and is in no word."""
    part: Part | None
    """None where the story's parts are not known."""
    sentence: tuple[int, int]
    sentence_text: str


def place_of(take: Take, word: int) -> Place | None:
    """Return what can be corrected at a word; None without such a word."""
    report = take.report
    if report is None or not 0 <= word < len(report.transcript.words):
        return None
    said = report.transcript.words[word]
    filler = next(
        (f for f in report.fillers.items if f.kind != "possible" and word in f.words), None
    )
    sentence = next((s for s in report.star.sentences if s.words[0] <= word <= s.words[1]), None)
    return Place(
        word=word,
        text=said.text,
        suspect=said.suspect,
        heard=(take.uncorrected or report).transcript,
        judged=report.fillers.filled_pauses.count is not None,
        filler=filler.kind if filler else None,
        filler_words=filler.words if filler else (word,),
        hesitation=_hesitation(report, word),
        part=sentence.part if sentence else None,
        sentence=sentence.words if sentence else (word, word),
        sentence_text=sentence.text if sentence else said.text,
    )


def _hesitation(report: Report, word: int) -> Filler | None:
    said = report.transcript.words[word]
    for item in report.fillers.items:
        if item.kind != "possible" or item.start is None or item.end is None:
            continue
        if word in item.words:
            return item
        if said.start_s is None or said.end_s is None or item.words:
            continue
        if said.start_s - _BESIDE_S <= item.end <= said.end_s:
            return item
    return None
