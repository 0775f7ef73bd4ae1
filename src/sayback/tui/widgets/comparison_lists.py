"""The two lists of the Compare screen: figures with their differences, and aligned passages."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets.option_list import Option

from sayback.compare import Comparison, Side
from sayback.compare.alignment import Kind
from sayback.compare.differences import Difference, by_group
from sayback.compare.passages import Passage
from sayback.render import comparison_lines as lines
from sayback.render.figure import TONE_SYMBOLS
from sayback.render.safe_text import clean
from sayback.tui.widgets.figure_list import STYLES
from sayback.tui.widgets.lists import ChoiceList

_LABEL, _VALUE, _CHANGE = 20, 6, 6
_SIDES: tuple[lines.Which, ...] = ("a", "b")
_QUIET = "$foreground 65%"
_KINDS: dict[Kind, str] = {
    "both": "", "moved": "$text-secondary", "only_a": "bold $text-warning",
    "only_b": "bold $text-success",
}  # fmt: skip


class DifferenceList(ChoiceList):
    """One figure a line under its group's heading: A, B, what changed, whether it stands out."""

    def show(self, comparison: Comparison) -> None:
        """Fill the list; each heading names the columns again, since the list is long."""
        options: list[Option] = []
        for group, members in by_group(comparison.differences):
            head = f"{group:<{_LABEL + 2}}{'A':>{_VALUE}}{'B':>{_VALUE}}{'B − A':>{_CHANGE + 1}}"
            options.append(Option(Content.styled(head, "bold $text-primary"), disabled=True))
            options += [Option(_line(d), id=d.figure.id) for d in members]
        self.set_options(options)
        self.highlighted = 1 if len(options) > 1 else None


class PassageList(ChoiceList):
    """About a sentence an entry, with its time in A and in B."""

    def show(self, comparison: Comparison) -> None:
        """Fill the list; the marked entry stays."""
        marked = self.highlighted or 0
        self.set_options([Option(_entry(each, comparison)) for each in comparison.passages])
        if comparison.passages:
            self.highlighted = min(marked, len(comparison.passages) - 1)


def _line(difference: Difference) -> Content:
    tone = lines.tone(difference)
    stands_out = difference.stands_out
    a, b = (lines.value(difference, which, unknown="?") for which in _SIDES)
    style = STYLES[tone] if stands_out else _QUIET
    # A change that is neither better nor worse has its sign already, and the unit needs the room.
    judged = lines.judged(difference) if difference.is_better is not None else ""
    told = f"{judged}, {difference.figure.unit}" if judged else difference.figure.unit
    return Content.assemble(
        (f"{TONE_SYMBOLS[tone]} ", f"bold {STYLES[tone]}"),
        f"{difference.figure.label:<{_LABEL}}{a:>{_VALUE}}{b:>{_VALUE}}",
        (f"{lines.change(difference):>{_CHANGE + 1}}", f"bold {style}" if stands_out else ""),
        (f"  {told}", style),
    )


def _entry(passage: Passage, comparison: Comparison) -> Content:
    a_s, b_s = lines.times(passage)
    if passage.is_same:
        return _said(f"A {a_s} = B {b_s}", passage, comparison.a, "a")
    return Content("\n").join(
        [
            _said(f"A {a_s}", passage, comparison.a, "a"),
            _said(f"B {b_s}", passage, comparison.b, "b"),
        ]
    )


def _said(head: str, passage: Passage, side: Side, which: lines.Which) -> Content:
    pieces: Sequence[lines.Piece] = lines.pieces(passage, side, which)
    words = [Content.styled(clean(piece.text), _KINDS[piece.kind]) for piece in pieces]
    told = Content(" ").join(words) if words else Content.styled("–", _QUIET)
    gap = " " * max(1, 8 - cell_len(head))
    return Content.assemble((head + gap, "bold $text-primary"), told)
