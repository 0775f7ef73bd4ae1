"""A dialog to correct a word, the filler that it is, and the part that its sentence serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, Label, Static

from sayback.analysis.correction import (
    FILLER_KINDS,
    Correction,
    of_filler,
    of_hesitation,
    of_part,
    of_word,
)
from sayback.analysis.report import PARTS, Part
from sayback.render.star_view import PART_NAMES
from sayback.tui.correcting import Place
from sayback.tui.keys import bindings
from sayback.tui.screens.base import Dialog
from sayback.tui.widgets.choice import Choice

_NO_FILLER = "none"
_FILLERS = {
    _NO_FILLER: "no filler",
    "filled_pause": "filled pause, as um and uh",
    "marker": "marker, as like and you know",
    "repetition": "repetition, or a false start",
}


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of the dialog."""

    corrections: tuple[Correction, ...] = ()
    as_recognised: bool = False
    """Whether everything here is to be as it was recognised."""


class CorrectDialog(Dialog[Corrected]):
    """Gives back what to correct, or None.

    Parameters
    ----------
    place
        The word, and all that is known about it.
    """

    BINDINGS = bindings("dialog")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """Lay out one row for each thing that can be wrong."""
        place = self._place
        with VerticalScroll(classes="box", can_focus=False) as box:
            box.border_title = Content(f"Correct “{place.text}”")
            yield Static(Content(place.sentence_text), classes="said")
            with HorizontalGroup(classes="row"):
                yield Label("Word", classes="name")
                yield Input(place.text, id="word", compact=True)
            yield Checkbox("This was said", not place.suspect, id="said", compact=True)
            if place.hesitation is not None:
                yield Checkbox("There is an um beside it", True, id="heard", compact=True)
            if place.judged:
                with HorizontalGroup(classes="row"):
                    yield Label("Filler", classes="name")
                    yield Choice("filler")
            if place.part is not None:
                with HorizontalGroup(classes="row"):
                    yield Label("Sentence", classes="name")
                    yield Choice("part")
            with HorizontalGroup(classes="buttons"):
                yield Button("Keep", id="keep", compact=True)
                yield Button("As recognised", id="undo", compact=True)
            yield Label("Enter: keep   Tab: next   Esc: close", classes="keys")

    def on_mount(self) -> None:
        """Fill in what the report says now."""
        if self._place.judged:
            fillers = [(label, kind) for kind, label in _FILLERS.items()]
            self.query_one("#filler", Choice).offer(fillers, self._place.filler or _NO_FILLER)
        if self._place.part is not None:
            parts = [(f"{part} {PART_NAMES[part]}", part) for part in PARTS]
            self.query_one("#part", Choice).offer(parts, self._place.part)
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _keep(self) -> None:
        self.dismiss(Corrected(tuple(self._changes())))

    def _changes(self) -> list[Correction]:
        place, heard = self._place, self._place.heard
        text = " ".join(self.query_one(Input).value.split())
        said = self.query_one("#said", Checkbox).value and bool(text)
        found: list[Correction] = []
        if said != (not place.suspect) or (said and text != place.text):
            found.append(of_word(heard, place.word, text if said else None))
        if place.hesitation is not None and not self.query_one("#heard", Checkbox).value:
            found.append(of_hesitation(place.hesitation))
        if place.judged:
            chosen = self.query_one("#filler", Choice).chosen
            if chosen != (place.filler or _NO_FILLER):
                kind = next((kind for kind in FILLER_KINDS if kind == chosen), None)
                found.append(of_filler(heard, place.filler_words, kind))
        if place.part is not None:
            part = cast(Part, self.query_one("#part", Choice).chosen)
            if part != place.part:
                found.append(of_part(heard, *place.sentence, part))
        return found

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Keep, or go back to what was recognised."""
        if event.button.id == "undo":
            self.dismiss(Corrected(as_recognised=True))
        else:
            self._keep()
