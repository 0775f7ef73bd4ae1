"""Listening: plays one take and knows where in it the listener is. No screen."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from sayback.audio.samples import Audio
from sayback.tui.services import Sound

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)
Stretch = tuple[float, float]
"""Start and end in seconds of the take."""


class Listening:
    """One take being listened to.

    Parameters
    ----------
    sound
        The player; it is closed with this.
    audio
        The whole take.
    """

    def __init__(self, sound: Sound, audio: Audio) -> None:
        self._sound = sound
        self._audio = audio
        self._resting_at_s = 0.0
        self._until_s: float | None = None
        self._started = False
        self._told = ""
        self._queue: deque[Stretch] = deque()
        self.looped: Stretch | None = None
        """What is played again and again."""
        self.speed = 1.0
        """Times the recorded speed; the pitch stays."""

    @property
    def duration_s(self) -> float:
        """Length of the take."""
        return self._audio.duration_s

    @property
    def is_playing(self) -> bool:
        """Whether sound comes, or is about to."""
        return self._started and self._sound.is_playing

    @property
    def left_in_queue(self) -> int:
        """How many stretches `play_each` has still to play."""
        return len(self._queue)

    def take_problem(self) -> str:
        """Return why nothing is heard, once; empty while all is well."""
        problem, before = self._sound.problem, self._told
        self._told = problem
        return problem if problem != before else ""

    @property
    def position_s(self) -> float:
        """The moment that is heard, or where playing would go on."""
        if self._started and (self._sound.is_playing or self._sound.is_paused):
            return min(self._sound.position_s, self.duration_s)
        if self._queue or self.looped is not None:
            return min(self._sound.position_s, self.duration_s)
        if self._started:
            # The end was heard: stay there, as a tape does.
            self._resting_at_s = min(self._sound.position_s, self.duration_s)
            self._started = False
        return self._resting_at_s

    def toggle(self) -> None:
        """Play, pause or go on; at the end start over."""
        if self.is_playing:
            self._sound.pause()
            return
        at_s = self.position_s
        goes_on = self._until_s is None or self.looped is not None or self._queue
        if self._started and self._sound.is_paused and goes_on:
            self._sound.resume()
            return
        self.play_from(0.0 if at_s >= self.duration_s - 0.05 else at_s)

    def play_from(self, start_s: float, end_s: float | None = None) -> None:
        """Play a stretch; without an end until the take's end."""
        self._forget_plans()
        self._play(start_s, end_s)

    def play_each(self, stretches: Iterable[Stretch]) -> None:
        """Play stretches one after another."""
        self._forget_plans()
        self._queue.extend(stretches)
        self.tick(begin=True)

    def loop(self, start_s: float, end_s: float) -> None:
        """Play a stretch again and again."""
        self._forget_plans()
        self.looped = (start_s, end_s)
        self._play(start_s, end_s)

    def end_loop(self) -> None:
        """Play on to the take's end, or stay silent."""
        self.looped = None
        self.go_to(self.position_s)

    def tick(self, *, begin: bool = False) -> None:
        """Go on to what is to be heard next, once a stretch is over; call it often."""
        is_over = self._started and not (self._sound.is_playing or self._sound.is_paused)
        if self._sound.problem and is_over:
            self._forget_plans()
        if not (is_over or begin):
            return
        if self._queue:
            self._play(*self._queue.popleft())
        elif self.looped is not None:
            self._play(*self.looped)

    def set_speed(self, speed: float) -> None:
        """Play faster or slower from here on, at the same pitch."""
        self.speed = speed
        if self._started and (self._sound.is_playing or self._sound.is_paused):
            self._sound.set_speed(speed)

    def change_speed(self, steps: int) -> None:
        """Go some steps up or down the speeds that there are."""
        place = SPEEDS.index(self.speed) + steps
        self.set_speed(SPEEDS[min(len(SPEEDS) - 1, max(0, place))])

    def move(self, seconds: float) -> None:
        """Go on playing, or stay silent, some seconds earlier or later."""
        self.go_to(self.position_s + seconds)

    def go_to(self, position_s: float) -> None:
        """Go to a moment; what is playing goes on from there."""
        position_s = min(max(0.0, position_s), self.duration_s)
        if self.is_playing:
            self.play_from(position_s)
        else:
            self._pause_for_good()
            self._resting_at_s = position_s

    def _play(self, start_s: float, end_s: float | None) -> None:
        start_s = min(max(0.0, start_s), self.duration_s)
        self._until_s = end_s
        self._started = True
        self._sound.play(self._audio, start_s=start_s, end_s=end_s, speed=self.speed)

    def _forget_plans(self) -> None:
        self._queue.clear()
        self.looped = None

    def _pause_for_good(self) -> None:
        self._forget_plans()
        if self._started:
            self._sound.pause()
        self._started = False

    def close(self) -> None:
        """Fall silent and give the loudspeaker back; may take a moment."""
        self._sound.close()
