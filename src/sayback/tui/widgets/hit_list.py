"""What a search found, one place a line."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from sayback.library.search import Found, Hit, Place
from sayback.render.units import clock
from sayback.tui import take_lines
from sayback.tui.widgets.lists import ChoiceList

_NO_TIME = "–:––"


class HitList(ChoiceList):
    """Places in takes; the marked one can be played."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._places: tuple[tuple[Hit, Place], ...] = ()

    def show(self, found: Found) -> None:
        """Fill the list."""
        self._places = tuple((hit, place) for hit in found.hits for place in hit.places)
        self.set_options(Option(_line(hit, place)) for hit, place in self._places)
        self.highlighted = 0 if self._places else None

    @property
    def marked(self) -> tuple[Hit, Place] | None:
        """The place that the keys are about."""
        return None if self.highlighted is None else self._places[self.highlighted]


def _line(hit: Hit, place: Place) -> Content:
    time = _NO_TIME if place.start_s is None else clock(place.start_s)
    parts: list[str | tuple[str, str]] = [
        (f"{take_lines.short_when(hit.row)} ", "$foreground 65%"), (f"{time:>5}  ", "$text-accent"),
    ]  # fmt: skip
    for piece in place.pieces:
        parts += [
            (piece.text, "bold underline $text-primary") if piece.is_match else piece.text,
            " ",
        ]
    return Content.assemble(*parts)
