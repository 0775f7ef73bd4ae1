"""Where in a practice run one is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from sayback.interview.phases import Phase

STEPS = (
    ("Question", (Phase.ASKING,)),
    ("Think", (Phase.THINKING,)),
    ("Answer", (Phase.ANSWERING, Phase.PAUSED)),
    ("Report", (Phase.ANALYSING, Phase.DONE)),
)


class Steps(Widget):
    """One line with the four steps, the current one marked."""

    DEFAULT_CSS = "Steps { height: 1; }"

    phase: reactive[Phase] = reactive(Phase.ASKING)

    def render(self) -> Content:
        """Draw the steps: done, current, to come."""
        current = next((i for i, (_, phases) in enumerate(STEPS) if self.phase in phases), 0)
        return drawn([name for name, _ in STEPS], current)


def drawn(names: Sequence[str], current: int) -> Content:
    """Return steps in a row: those that are done, the current one, those to come."""
    parts: list[tuple[str, str] | str] = []
    for place, name in enumerate(names):
        if place:
            parts.append((" ── ", "$foreground 30%"))
        if place < current:
            parts.append((f"✓ {name}", "$text-success"))
        elif place == current:
            parts.append((f"▶ {name}", "bold $text-accent"))
        else:
            parts.append((f"  {name}", "$foreground 65%"))
    return Content.assemble(*parts)
