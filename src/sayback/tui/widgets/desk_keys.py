"""The keys of the listening desk, with the signs that they lead to, in one or two lines."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from sayback.tui.keys import PLACES

_GAP = "  "


class DeskKeys(Static):
    """Every key of the Report screen that has no room in the footer."""

    DEFAULT_CSS = "DeskKeys { height: auto; max-height: 2; }"

    def __init__(self) -> None:
        super().__init__(keys_line())


def keys_line() -> Content:
    """Return the keys, each with what it does; a key and its word are never torn apart."""
    shown = [tuple(key.desk.split(" ", 1)) for key in PLACES["report"].keys if key.desk]
    return Content(_GAP).join(
        Content.assemble(
            (key, "bold $text-accent"), (f"\N{NO-BREAK SPACE}{word}", "$foreground 80%")
        )
        for key, word in ((key, word.replace(" ", "\N{NO-BREAK SPACE}")) for key, word in shown)
    )
