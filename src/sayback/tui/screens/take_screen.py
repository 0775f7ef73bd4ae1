"""What the parts of the Report screen share: the take, its sound, and where one is in it."""

from __future__ import annotations

from textual import work

from sayback.errors import SaybackError
from sayback.library import Take
from sayback.tui.held import close_in_background
from sayback.tui.listening import Listening
from sayback.tui.screens.base import SaybackScreen, tell
from sayback.tui.session import Session
from sayback.tui.take_view import TakeView
from sayback.tui.waveform import sketch_levels
from sayback.tui.widgets.timeline_view import TimelineView
from sayback.tui.widgets.transcript_view import TranscriptView

_FOLLOWS_PER_SECOND = 20
_SAME_S = 0.003


class TakeScreen(SaybackScreen):
    """Follows one take as it is heard."""

    def __init__(self, session: Session, take: Take) -> None:
        super().__init__(session)
        self._view = TakeView(take, session.config.thresholds)
        self._listening: Listening | None = None
        self._levels: tuple[float, ...] = ()
        self._why_silent = "The recording is still being read; try again in a moment."

    def on_mount(self) -> None:
        """Read the audio, and follow it."""
        self._load_audio()
        self.set_interval(1 / _FOLLOWS_PER_SECOND, self._follow)

    def on_unmount(self) -> None:
        """Fall silent."""
        if self._listening is not None:
            close_in_background(self._listening)

    def _show_timeline(self) -> None:
        view = self._view
        known_s = view.report.take.duration_s
        duration_s = self._listening.duration_s if self._listening else known_s or 0.0
        timeline = self.query_one(TimelineView)
        timeline.show(
            view.report,
            duration_s,
            star=view.star,
            bookmarks=[mark.t for mark in view.take.bookmarks],
            thresholds=self.session.config.thresholds,
        )
        timeline.show_sound(self._levels)
        self._follow()

    @work(thread=True, exclusive=True, group="audio", exit_on_error=False)
    def _load_audio(self) -> None:
        try:
            audio = self.session.services.decode(self._view.take.audio_path)
            listening = Listening(self.session.sound(), audio)
        except SaybackError as error:
            self.app.call_from_thread(self._set_silent, str(error))
        else:
            self.app.call_from_thread(self._set_listening, listening)
            # Heard first, seen a moment later: a long take takes a while to draw.
            self.app.call_from_thread(self._set_levels, sketch_levels(audio))

    def _set_listening(self, listening: Listening) -> None:
        self._listening = listening
        self._show_timeline()

    def _set_levels(self, levels: tuple[float, ...]) -> None:
        self._levels = levels
        self.query_one(TimelineView).show_sound(levels)

    def _set_silent(self, why: str) -> None:
        self._why_silent = why
        tell(self, why, is_warning=True)

    def _follow(self) -> None:
        """Move the cursor and the highlighted word to what is heard."""
        timeline, words = self.query_one(TimelineView), self.query_one(TranscriptView)
        if self._listening is None:
            timeline.follow(0.0, is_playing=False)
            return
        self._listening.tick()
        position_s, playing = self._listening.position_s, self._listening.is_playing
        timeline.follow(position_s, is_playing=playing, pace=self._pace())
        at_rest = position_s == 0 and not playing
        words.spoken = None if at_rest else self._view.spoken.at(position_s)
        if (not at_rest or words.cursor is None) and not self._begins(words.cursor, position_s):
            begun = self._view.spoken.last_by(position_s)
            words.cursor = words.cursor if begun is None else begun
        if problem := self._listening.take_problem():
            tell(self, problem, is_warning=True)

    def _begins(self, word: int | None, position_s: float) -> bool:
        """Whether a word begins here, as others may that have its times."""
        start_s = None if word is None else self._view.word_start_s(word)
        return start_s is not None and abs(start_s - position_s) < _SAME_S

    def _pace(self) -> str:
        desk = self._listening
        if desk is None:
            return ""
        looped = " ↻" if desk.looped else f" +{desk.left_in_queue}" if desk.left_in_queue else ""
        return f"{desk.speed:g}×{looped}"

    def _desk(self) -> Listening | None:
        if self._listening is None:
            tell(self, self._why_silent)
        return self._listening
