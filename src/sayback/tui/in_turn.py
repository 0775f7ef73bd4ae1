"""InTurn: plays stretches of two takes one after another over one loudspeaker. No screen."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from sayback.audio.samples import Audio
from sayback.compare.passages import Passage
from sayback.render.comparison_lines import Which
from sayback.tui.services import Sound

Turn = tuple[Which, float, float]
"""Which take, and start and end in its seconds."""


def turns(passage: Passage) -> tuple[Turn, ...]:
    """Return what to play to hear a passage in both takes; a silent side has no turn."""
    found: list[Turn] = []
    if passage.a_s is not None and passage.a_s[1] > passage.a_s[0]:
        found.append(("a", *passage.a_s))
    if passage.b_s is not None and passage.b_s[1] > passage.b_s[0]:
        found.append(("b", *passage.b_s))
    return tuple(found)


class InTurn:
    """Two takes being listened to.

    Parameters
    ----------
    sound
        The player; it is closed with this.
    audio
        Both takes.
    """

    def __init__(self, sound: Sound, audio: Mapping[Which, Audio]) -> None:
        self._sound = sound
        self._audio = audio
        self._queue: deque[Turn] = deque()
        self._told = ""
        self.heard: Which | None = None
        """The take whose turn it is; None in silence."""

    @property
    def position_s(self) -> float:
        """The moment that is heard, in the take whose turn it is."""
        return self._sound.position_s

    def play(self, stretches: Iterable[Turn]) -> None:
        """Play stretches in turn, in place of what is playing."""
        self._queue = deque(stretches)
        self._next()

    def tick(self) -> None:
        """Go on to the next turn once one is over; call it often."""
        if self.heard is not None and not self._sound.is_playing:
            if self._sound.problem:
                self._queue.clear()
            self._next()

    def stop(self) -> None:
        """Fall silent."""
        self._queue.clear()
        if self.heard is not None:
            self._sound.pause()
        self.heard = None

    def take_problem(self) -> str:
        """Return why nothing is heard, once; empty while all is well."""
        problem, before = self._sound.problem, self._told
        self._told = problem
        return problem if problem != before else ""

    def close(self) -> None:
        """Fall silent and give the loudspeaker back; may take a moment."""
        self._sound.close()

    def _next(self) -> None:
        if not self._queue:
            self.heard = None
            return
        self.heard, start_s, end_s = self._queue.popleft()
        audio = self._audio[self.heard]
        self._sound.play(audio, start_s=min(start_s, audio.duration_s), end_s=end_s)
