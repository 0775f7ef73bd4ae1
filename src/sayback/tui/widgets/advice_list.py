"""What to change, most important first, and what went well; each can be heard."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from sayback.analysis.report import Advice
from sayback.render.units import clock
from sayback.tui.widgets.lists import ChoiceList

Part = str | tuple[str, str]


class AdviceList(ChoiceList):
    """One piece of advice an option; its id is its place in the report."""

    def show(self, advices: tuple[Advice, ...], *, instead: str) -> None:
        """Fill the list; where there is no advice, with a sentence instead."""
        changes = 0
        options: list[Option | None] = []
        for place, advice in enumerate(advices):
            changes += not advice.positive
            sign = "✓" if advice.positive else str(changes)
            if options:
                options.append(None)
            options.append(Option(advice_text(advice, sign), id=str(place)))
        if not options:
            options.append(Option(Content(instead), disabled=True))
        self.set_options(options)
        self.highlighted = 0 if advices else None


def advice_text(advice: Advice, sign: str) -> Content:
    """Return headline, reason and the moments that show it."""
    tone = "$text-success" if advice.positive else "$text-warning"
    parts: list[Part] = [(f"{sign} ", f"bold {tone}"), (advice.headline, "bold")]
    if advice.because:
        parts += ["\n", (advice.because, "$foreground 80%")]
    if advice.evidence:
        times = ", ".join(clock(evidence.start) for evidence in advice.evidence[:4])
        more = f" and {len(advice.evidence) - 4} more" if len(advice.evidence) > 4 else ""
        parts += ["\n", (f"▶ {times}{more}", "$text-primary")]
    return Content.assemble(*parts)
