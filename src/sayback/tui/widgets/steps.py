"""Where in a practice run one is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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


def drawn(
    names: Sequence[str], current: int, *, skipped: Collection[int] = (), width: int | None = None
) -> Content:
    """Return steps in a row: those that are done or left out, the current one, those to come.

    Parameters
    ----------
    skipped
        Places of steps that were left out: they have no tick, and a word for those who see no
        colour.
    width
        Cells that there are, so that the lines between the steps go first; None for enough.
    """
    steps = [_step(place, name, current, place in skipped) for place, name in enumerate(names)]
    whole = _joined(steps, " ── ")
    return whole if width is None or whole.cell_length <= width else _joined(steps, " ")


def _joined(steps: Sequence[Content], between: str) -> Content:
    return Content.styled(between, "$foreground 30%").join(steps)


def _step(place: int, name: str, current: int, skipped: bool) -> Content:
    if place > current:
        return Content.styled(f"  {name}", "$foreground 65%")
    if place == current:
        return Content.styled(f"▶ {name}", "bold $text-accent")
    if skipped:
        return Content.styled(f"– {name} skipped", "$foreground 65%")
    return Content.styled(f"✓ {name}", "$text-success")
