"""Writes docs/keys.md: `python -m sayback.tui.keys > docs/keys.md`."""

from __future__ import annotations

from sayback.render.markdown import escape
from sayback.tui.keys import PLACES


def keys_page() -> str:
    """Return docs/keys.md."""
    lines = [
        "# Keys",
        "",
        "Every key is shown on the screen, in the help (F1) and in the palette of commands "
        "(Ctrl+P). This page is made from the same list: "
        "`python -m sayback.tui.keys > docs/keys.md`.",
    ]
    for place in PLACES.values():
        lines += ["", f"## {place.title}", "", escape(place.about), ""]
        lines += ["| Key | What it does |", "|---|---|"]
        lines += [f"| `{key.shown}` | {key.help} |" for key in place.keys]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(keys_page(), end="")
