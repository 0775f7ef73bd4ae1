"""The questions under their headings."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.widgets.option_list import Option

from sayback.library.take_row import TakeRow
from sayback.questions import Catalogue, Question
from sayback.tui.filters import headings
from sayback.tui.widgets.lists import ChoiceList

Takes = Mapping[str, tuple[TakeRow, ...]]


class QuestionList(ChoiceList):
    """One question a line; ids of the options are the questions' ids."""

    def show(self, questions: tuple[Question, ...], catalogue: Catalogue, takes: Takes) -> None:
        """Fill the list; the marked question stays marked if it is still there."""
        marked = self.highlighted_id
        options: list[Option] = []
        for title, group in headings(questions, catalogue):
            options.append(Option(Content.styled(title, "bold $text-primary"), disabled=True))
            options += [_QuestionOption(one, len(takes.get(one.id, ()))) for one in group]
        self.set_options(options)
        if not questions:
            return
        still_there = any(question.id == marked for question in questions)
        self.mark(marked if marked and still_there else questions[0].id)

    def count_takes(self, takes: Takes) -> None:
        """Write anew how often each question was answered."""
        for option in self.options:
            if isinstance(option, _QuestionOption) and option.question.id in takes:
                prompt = _prompt(option.question.text, len(takes[option.question.id]))
                self.replace_option_prompt(option.question.id, prompt)

    def mark(self, question_id: str) -> None:
        """Mark a question and bring it into view."""
        index = self.get_option_index(question_id)
        self.highlighted = index
        if index <= 1:
            # The heading above the first question belongs to it.
            self.scroll_home(animate=False)


class _QuestionOption(Option):
    def __init__(self, question: Question, takes: int) -> None:
        super().__init__(_prompt(question.text, takes), id=question.id)
        self.question = question


def _prompt(text: str, takes: int) -> Content:
    mark = f"{min(takes, 99):>2} " if takes else " · "
    return Content.assemble((mark, "$text-accent" if takes else "$foreground 35%"), text)
