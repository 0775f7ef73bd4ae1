"""The listening desk: every key that leads to a moment of the take, and how it is heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on

from sayback.tui.moments import lead_in, next_stop, previous_stop
from sayback.tui.screens.base import tell
from sayback.tui.screens.take_screen import TakeScreen
from sayback.tui.widgets.advice_list import AdviceList
from sayback.tui.widgets.figure_list import FigureList
from sayback.tui.widgets.timeline_view import TimelineView
from sayback.tui.widgets.transcript_view import TranscriptView

Find = Callable[[Sequence[float], float], float | None]
_AFTER_S = 0.3
"""Evidence is heard to a little after its end."""


class ListeningDesk(TakeScreen):
    """Plays, seeks, repeats, slows down."""

    _advice_heard: int | None = None

    def _play(self, start_s: float | None, end_s: float | None = None) -> None:
        desk = self._desk()
        if desk is not None and start_s is not None:
            desk.play_from(start_s, end_s)
            self._follow()

    def action_play(self) -> None:
        """Play or pause."""
        if desk := self._desk():
            desk.toggle()
            self._follow()

    def action_move(self, seconds: int) -> None:
        """Go back or on."""
        if desk := self._desk():
            desk.move(float(seconds))
            self._follow()

    def action_next_filler(self) -> None:
        """Go to the next filler."""
        self._go("filler", next_stop, "after")

    def action_previous_filler(self) -> None:
        """Go to the filler before."""
        self._go("filler", previous_stop, "before")

    def action_next_pause(self) -> None:
        """Go to the next long pause."""
        self._go("long pause", next_stop, "after")

    def action_previous_pause(self) -> None:
        """Go to the long pause before."""
        self._go("long pause", previous_stop, "before")

    def action_next_part(self) -> None:
        """Go to the next part of the story."""
        self._go("part of the story", next_stop, "after")

    def action_previous_part(self) -> None:
        """Go to the part of the story before."""
        self._go("part of the story", previous_stop, "before")

    def _go(self, what: str, find: Find, where: str) -> None:
        if desk := self._desk():
            stop = find(self._view.stops[what], desk.position_s)
            if stop is None:
                self._tell_of_words(f"There is no {what} {where} this.", what != "long pause")
            else:
                self._play(stop)

    def action_next_word(self) -> None:
        """Go to the next word."""
        self._step(1)

    def action_previous_word(self) -> None:
        """Go to the word before."""
        self._step(-1)

    def _step(self, words: int) -> None:
        if self._view.report.transcript.words:
            self.query_one(TranscriptView).step(words)
        else:
            tell(self, self._view.no_words)

    def _tell_of_words(self, sentence: str, needs_words: bool = True) -> None:
        """Say what was not found; where there are no words, that is why."""
        found = self._view.report.transcript.words or not needs_words
        tell(self, sentence if found else self._view.no_words)

    def action_next_advice(self) -> None:
        """Hear the next piece of advice."""
        self._hear_advice(0 if self._advice_heard is None else self._advice_heard + 1)

    def action_previous_advice(self) -> None:
        """Hear the piece of advice before."""
        self._hear_advice(0 if self._advice_heard is None else self._advice_heard - 1)

    def _hear_advice(self, place: int) -> None:
        count = len(self._view.report.advice)
        if not 0 <= place < count:
            which = "more" if count else "piece of"
            tell(self, f"There is no {which} advice.")
            return
        self.action_pane("advice")
        self.query_one(AdviceList).highlighted = place
        self.action_hear()

    def action_pane(self, name: str) -> None:
        """Go to a pane."""
        raise NotImplementedError

    def action_loop(self) -> None:
        """Repeat the sentence that is heard, or stop repeating."""
        desk = self._desk()
        if desk is None:
            return
        if desk.looped is not None:
            desk.end_loop()
            self._follow()
            return
        sentence = self._view.sentence(self.query_one(TranscriptView).cursor)
        if sentence is None or sentence.start_s is None or sentence.end_s is None:
            self._tell_of_words("There is no sentence here whose times are known.")
            return
        desk.loop(sentence.start_s, sentence.end_s)
        self._follow()

    def action_fillers_only(self) -> None:
        """Play only the fillers."""
        if desk := self._desk():
            stretches = self._view.filler_stretches
            if not stretches:
                self._tell_of_words("There is no filler in this take.")
                return
            desk.play_each(stretches)
            self._follow()

    def action_speed(self, steps: int) -> None:
        """Play faster or slower."""
        if desk := self._desk():
            desk.change_speed(steps)
            self._follow()

    @on(TranscriptView.WordChosen)
    def _hear_word(self, event: TranscriptView.WordChosen) -> None:
        self.query_one(TranscriptView).cursor = event.index
        self._play(self._view.word_start_s(event.index))

    @on(TranscriptView.CursorMoved)
    def _move_cursor(self, event: TranscriptView.CursorMoved) -> None:
        start_s = self._view.word_start_s(event.index)
        if self._listening is not None and start_s is not None:
            self._listening.go_to(start_s)
        self.query_one(TranscriptView).cursor = event.index
        self._follow()

    @on(TranscriptView.FillerChosen)
    def _hear_filler(self, event: TranscriptView.FillerChosen) -> None:
        self._play(self._view.report.fillers.items[event.item].start)

    @on(TimelineView.Chosen)
    def _hear_moment(self, event: TimelineView.Chosen) -> None:
        if desk := self._desk():
            desk.go_to(event.time_s)
            self._follow()

    @on(FigureList.OptionSelected, "#figures")
    def _click_figure(self) -> None:
        # The first click explains a figure, the second one plays it.
        if self.query_one(FigureList).was_marked:
            self.action_hear()

    @on(AdviceList.OptionSelected, "#advice")
    def action_hear(self) -> None:
        """Play what the marked advice or figure is about, or from the marked word on."""
        focused, moment = self.focused, None
        if isinstance(focused, TranscriptView):
            if focused.cursor is not None:
                self._play(self._view.word_start_s(focused.cursor))
            return
        if isinstance(focused, FigureList):
            moment = self._view.first_moment(focused.highlighted_id)
        elif isinstance(focused, AdviceList) and focused.highlighted_id:
            self._advice_heard = int(focused.highlighted_id)
            evidence = self._view.report.advice[self._advice_heard].evidence
            moment = evidence[0] if evidence else None
        if moment is None:
            tell(self, "There is no single moment to hear for this one.")
        else:
            self._play(lead_in(moment.start), moment.end + _AFTER_S)
