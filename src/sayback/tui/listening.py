"""Listening: plays one take and knows where in it the listener is. No screen."""

from __future__ import annotations

from sayback.audio.samples import Audio
from sayback.tui.services import Sound


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

    @property
    def duration_s(self) -> float:
        """Length of the take."""
        return self._audio.duration_s

    @property
    def is_playing(self) -> bool:
        """Whether sound comes, or is about to."""
        return self._started and self._sound.is_playing

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
        if self._started and self._sound.is_paused and self._until_s is None:
            self._sound.resume()
            return
        self.play_from(0.0 if at_s >= self.duration_s - 0.05 else at_s)

    def play_from(self, start_s: float, end_s: float | None = None) -> None:
        """Play a stretch; without an end until the take's end."""
        start_s = min(max(0.0, start_s), self.duration_s)
        self._until_s = end_s
        self._started = True
        self._sound.play(self._audio, start_s=start_s, end_s=end_s)

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

    def _pause_for_good(self) -> None:
        if self._started:
            self._sound.pause()
        self._started = False

    def close(self) -> None:
        """Fall silent and give the loudspeaker back; may take a moment."""
        self._sound.close()
