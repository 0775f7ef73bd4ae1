"""What a comparison says, in words that the terminal and the screen share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayback.compare import Comparison, Side
from sayback.compare.alignment import Kind
from sayback.compare.differences import Difference
from sayback.compare.passages import Passage
from sayback.render.figure import Tone
from sayback.render.units import NOT_KNOWN, clock, counted

Which = Literal["a", "b"]
FEW_TAKES = "Too few takes yet to know which differences stand out; four with the figure will do."
MARKED = "! or ✓: more than your last ten takes differ anyway."
LEGEND = "⟨only here⟩   «moved»   = said the same"
_BRACKETS: dict[Kind, tuple[str, str]] = {
    "both": ("", ""), "moved": ("«", "»"), "only_a": ("⟨", "⟩"), "only_b": ("⟨", "⟩"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with the brackets that say without colour what became of them."""

    text: str
    kind: Kind


def value(difference: Difference, which: Which, *, unknown: str = NOT_KNOWN) -> str:
    """Return one side's value without its unit."""
    number = difference.a if which == "a" else difference.b
    return unknown if number is None else f"{number:.{difference.figure.decimals}f}"


def change(difference: Difference) -> str:
    """Return the change with its sign, such as "+12"; "=" where there is none."""
    by = difference.change
    if by is None:
        return ""
    return f"{by:+.{difference.figure.decimals}f}".replace("-", "−") if by else "="


def judged(difference: Difference) -> str:
    """Return in a word what a difference that stands out comes to; empty for any other."""
    if not difference.stands_out:
        return ""
    return {True: "better", False: "worse", None: "differs"}[difference.is_better]


def spread(difference: Difference) -> str:
    """Return how far the last ten takes lie apart; empty where that is not known."""
    if difference.spread is None:
        return ""
    return f"usual spread {difference.spread:.{difference.figure.decimals}f}"


def verdict(difference: Difference) -> str:
    """Return what the speaker's own spread says; empty where nothing stands out."""
    word = judged(difference)
    return f"{word}, {spread(difference)}" if word else ""


def tone(difference: Difference) -> Tone:
    """Return how the line is to be marked."""
    if difference.change is None:
        return "unknown"
    if not difference.stands_out:
        return "plain"
    return "good" if difference.is_better else "notice"


def spread_note(comparison: Comparison) -> str:
    """Return what the marks mean, or why there are none."""
    if not any(each.spread is not None for each in comparison.differences):
        return FEW_TAKES
    marked = sum(each.stands_out for each in comparison.differences)
    return f"{marked or 'None'} of {len(comparison.differences)} marked. {MARKED}"


def pieces(passage: Passage, side: Side, which: Which) -> tuple[Piece, ...]:
    """Return what one side says in a passage; nothing where it is silent."""
    words = side.report.transcript.words
    found = []
    for stretch in passage.stretches:
        span = stretch.a if which == "a" else stretch.b
        if span is not None:
            opening, closing = _BRACKETS[stretch.kind]
            said = " ".join(word.text for word in words[span[0] : span[1] + 1])
            found.append(Piece(f"{opening}{said}{closing}", stretch.kind))
    return tuple(found)


def times(passage: Passage) -> tuple[str, str]:
    """Return where a passage is in both takes."""
    a, b = (clock(at[0]) if at else "-:--" for at in (passage.a_s, passage.b_s))
    return a, b


def summary(comparison: Comparison) -> str:
    """Return in one sentence how alike the words are."""
    if comparison.same_words is None:
        return "The words of one take are not known yet, so only its sound is compared."
    if comparison.same_words:
        return "Both takes say the same words."
    kinds = [s.kind for passage in comparison.passages for s in passage.stretches]
    a, b = kinds.count("only_a"), kinds.count("only_b")
    moved = kinds.count("moved")
    said = f"{counted(a, 'stretch', 'stretches')} only in A, {b} only in B"
    return f"{said}, {moved} moved." if moved else f"{said}."


def fillers(side: Side) -> str:
    """Return the fillers that the other take lacks, with their times."""
    found = [
        f"{item.text} ({clock(item.start)})" if item.start is not None else item.text
        for item in side.own_fillers
    ]
    return ", ".join(found)
