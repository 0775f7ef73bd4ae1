"""Last step: a first question."""

from __future__ import annotations

from collections.abc import Iterable

from textual import work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sayback.errors import SaybackError
from sayback.library import TakeQuestion
from sayback.tui.session import Session
from sayback.tui.setup_choices import Option
from sayback.tui.widgets.first_step import FirstStep

_FOR_ANYBODY = "general"
"""Pack that everybody can begin with."""


class FirstQuestion(FirstStep):
    """Suggests one question after another."""

    TITLE = "First question"
    CHOICE = "Questions for"
    ABOUT = (
        "Enter asks this question aloud; you think, answer, press Enter again and "
        "read what to change. Space suggests another one."
    )

    def parts(self) -> Iterable[Widget]:
        """Return the question."""
        yield Static(Content("…"), classes="question")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._questions: tuple[TakeQuestion, ...] = ()
        self._place = 0

    def on_mount(self) -> None:
        """Look for a question."""
        self._look(self.session.config.practice.pack)

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self, pack: str, *, is_chosen: bool = False) -> None:
        session = self.session
        catalogue = session.catalogue
        if not catalogue.packs:
            catalogue = session.services.load_catalogue()
            session.catalogue = catalogue
        known = [each.id for each in catalogue.packs]
        if not is_chosen and pack not in known:
            pack = _FOR_ANYBODY if _FOR_ANYBODY in known else ""
        try:
            suggested = session.suggestions(session.history.rows(), pack=pack)
        except (SaybackError, OSError):
            suggested = ()
        others = (TakeQuestion.of(each) for each in catalogue.choose(pack=pack))
        found = {each.id: each for each in (*(one.question for one in suggested), *others)}
        self.app.call_from_thread(self._show, pack, tuple(found.values()))

    def _show(self, pack: str, questions: tuple[TakeQuestion, ...]) -> None:
        if not self.is_mounted:
            return
        packs = self.session.catalogue.packs
        self.offer([Option("All packs", ""), *(Option(p.title, p.id) for p in packs)], pack)
        self._questions, self._place = questions, 0
        self._show_question()

    def _show_question(self) -> None:
        question = self.question
        text = question.text if question else "There is no question; Esc leads to Home."
        self.query_one(".question", Static).update(Content(text))
        self.post_message(self.Changed())

    @property
    def question(self) -> TakeQuestion | None:
        """What is suggested now."""
        return self._questions[self._place] if self._questions else None

    def chose(self, value: str) -> None:
        """Suggest from this pack, which Home shows first from now on."""
        self.change("practice", pack=value)
        self._look(value, is_chosen=True)

    def try_it(self) -> None:
        """Suggest another one."""
        if self._questions:
            self._place = (self._place + 1) % len(self._questions)
            self._show_question()
