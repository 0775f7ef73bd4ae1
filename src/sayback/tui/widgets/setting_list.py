"""Settings under their headings, one line each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets.option_list import Option

from sayback.config import Config, Entry, value_of
from sayback.questions import Catalogue
from sayback.tui.setting_lines import spoken
from sayback.tui.widgets.lists import ChoiceList

_NAME_CELLS = 22
_VALUE_CELLS = 23
_WIDE_FROM = 110
_CHANGED = "●"


class SettingList(ChoiceList):
    """Name, value, default where there is room, and what it does; ids are the settings' keys."""

    def show(
        self, found: Iterable[Entry], config: Config, catalogue: Catalogue, *, width: int
    ) -> None:
        """Fill the list; the marked setting stays marked if it is still there."""
        marked = self.highlighted_id
        options: list[Option] = []
        for heading, group in groupby(found, key=lambda entry: entry.heading):
            options.append(Option(Content.styled(heading, "bold $text-primary"), disabled=True))
            options += [
                Option(_line(entry, config, catalogue, width), id=entry.key) for entry in group
            ]
        self.set_options(options)
        keys = [option.id for option in options if option.id]
        if keys:
            index = self.get_option_index(marked if marked in keys else keys[0])
            self.highlighted = index
            if index <= 1:
                # The heading above the first setting belongs to it.
                self.scroll_home(animate=False)


def heading(width: int) -> Content:
    """Return what the columns are called."""
    default = _fitted("Default", _VALUE_CELLS) if width >= _WIDE_FROM else ""
    names = _fitted("  Setting", _NAME_CELLS + 2) + _fitted("Now", _VALUE_CELLS) + default
    return Content.styled(f"{names}What it does", "$foreground 65%")


def _line(entry: Entry, config: Config, catalogue: Catalogue, width: int) -> Content:
    value, default = value_of(config, entry), entry.setting.default
    is_changed = value != default
    columns: list[tuple[str, str]] = [
        (f"{_CHANGED if is_changed else ' '} ", "$text-accent"),
        (_fitted(entry.setting.about.title, _NAME_CELLS), ""),
        (
            _fitted(spoken(entry, value, catalogue), _VALUE_CELLS),
            "bold $text-accent" if is_changed else "$text-primary",
        ),
    ]
    if width >= _WIDE_FROM:
        columns.append(
            (_fitted(spoken(entry, default, catalogue), _VALUE_CELLS), "$foreground 65%")
        )
    columns.append((entry.setting.about.help, "$foreground 65%"))
    return Content.assemble(*columns)


def _fitted(text: str, cells: int) -> str:
    """Return a text as wide as its column, and a gap."""
    room = cells - 2
    cut = text if cell_len(text) <= room else set_cell_size(text, room - 1) + "…"
    return set_cell_size(cut, cells)
