"""Three questions to practise today, each with its reason."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from sayback.interview.study import Suggestion
from sayback.tui.widgets.lists import ChoiceList

_LABEL_CELLS = 12


class TodayList(ChoiceList):
    """One question a line, its reason below it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="-empty")
        self.suggestions: tuple[Suggestion, ...] = ()

    def show(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Fill the list; it takes no room where there is nothing to suggest."""
        self.suggestions = suggestions
        self.set_options(Option(_prompt(each)) for each in suggestions)
        self.set_class(not suggestions, "-empty")

    @property
    def marked(self) -> Suggestion | None:
        """The suggestion that the keys are about."""
        return None if self.highlighted is None else self.suggestions[self.highlighted]


def _prompt(suggestion: Suggestion) -> Content:
    return Content.assemble(
        (f"{suggestion.label:<{_LABEL_CELLS}}", "bold $text-accent"),
        suggestion.question.text,
        "\n" + " " * _LABEL_CELLS,
        (suggestion.reason, "$foreground 65%"),
    )
