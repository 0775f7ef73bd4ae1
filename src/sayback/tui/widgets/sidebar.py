"""Packs and filters at the side of Home."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Label
from textual.widgets.option_list import Option

from sayback.questions import Catalogue
from sayback.tui.filters import Filter, competences_in, kind_label, kinds_in
from sayback.tui.widgets.choice import Choice
from sayback.tui.widgets.lists import ChoiceList

ALL_PACKS = "all-packs"
"""No pack can be called so: its id would clash with this option's."""

_FILTERS = ("kind", "competence", "level")


class Sidebar(VerticalScroll, can_focus=False):
    """Lets the user choose a pack, a kind, a principle and a level."""

    @dataclass
    class Changed(Message):
        """Something else was chosen."""

        filter: Filter

    def __init__(self) -> None:
        super().__init__()
        self._catalogue = Catalogue(())
        self._pack = ""

    def compose(self) -> ComposeResult:
        """Lay out the packs above the filters."""
        yield Label("Packs", classes="heading")
        yield ChoiceList(id="packs")
        yield Label("Filters", classes="heading")
        for name in _FILTERS:
            yield Choice(name)

    def show(self, catalogue: Catalogue, pack: str) -> None:
        """Fill in what there is to choose from and mark a pack."""
        self._catalogue = catalogue
        known = any(each.id == pack for each in catalogue.packs)
        self._pack = pack if known else ""
        packs = self.query_one("#packs", ChoiceList)
        total = sum(len(each.questions) for each in catalogue.packs)
        packs.set_options(
            [_pack_option(ALL_PACKS, "All packs", total)]
            + [_pack_option(each.id, each.title, len(each.questions)) for each in catalogue.packs]
        )
        packs.highlighted = packs.get_option_index(self._pack or ALL_PACKS)
        self._fill_filters()

    def clear(self) -> None:
        """Let everything of the marked pack pass."""
        for choice in self.query(Choice):
            choice.value = ""

    @property
    def filter(self) -> Filter:
        """What is chosen now; the text is not ours."""
        kind, competence, level = (choice.chosen for choice in self.query(Choice))
        return Filter(self._pack, kind, competence, level)

    def _fill_filters(self) -> None:
        kinds = [(kind_label(kind), kind) for kind in kinds_in(self._catalogue, self._pack)]
        self._offer("kind", "Any kind", kinds)
        self._offer("competence", "Any principle", competences_in(self._catalogue, self._pack))
        self._offer("level", "Any level", [("Senior scope", "senior")])

    def _offer(self, name: str, anything: str, choices: Iterable[tuple[str, str]]) -> None:
        self.query_one(f"#{name}", Choice).offer([(anything, ""), *choices], "")

    @on(ChoiceList.OptionHighlighted, "#packs")
    def _choose_pack(self, event: ChoiceList.OptionHighlighted) -> None:
        event.stop()
        pack = "" if event.option.id == ALL_PACKS else event.option.id or ""
        if pack != self._pack:
            self._pack = pack
            self._fill_filters()
            self.post_message(self.Changed(self.filter))

    @on(Choice.Chosen)
    def _choose_filter(self, event: Choice.Chosen) -> None:
        event.stop()
        self.post_message(self.Changed(self.filter))


def _pack_option(pack_id: str, title: str, count: int) -> Option:
    return Option(Content.assemble((f"{count:>3} ", "$foreground 65%"), title), id=pack_id)
