"""Takes, one a line."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widgets.option_list import Option

from sayback.library.take_row import TakeRow
from sayback.tui.take_lines import summary
from sayback.tui.widgets.lists import ChoiceList


class TakeList(ChoiceList):
    """Takes of one question; ids of the options are the takes' ids."""

    def show(self, takes: Iterable[TakeRow]) -> None:
        """Fill the list; what was marked stays marked."""
        marked = self.highlighted_id
        self.set_options(Option(Content(summary(take)), id=take.id) for take in takes)
        places = [place for place, each in enumerate(self.options) if each.id == marked]
        self.highlighted = places[0] if places else None
        self.display = self.option_count > 0
