"""The player: any stretch of a sound, at any speed, knowing which moment is heard."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from sayback.audio.loudspeaker import Loudspeaker
from sayback.audio.playout import Playout
from sayback.audio.samples import Audio
from sayback.audio.tempo import FASTEST, SLOWEST
from sayback.errors import DeviceError

_TICK_S = 0.02
_IDLE_S = 5.0

_log = logging.getLogger(__name__)


class Player:
    """Plays one sound at a time.

    Every call but `wait` and `close` returns at once: a thread of its own opens the device
    and prepares the samples. A failure is told by `problem` and by `wait`.

    Parameters
    ----------
    device_name : str
        A loudspeaker's name; empty for the default.
    """

    def __init__(self, device_name: str = "") -> None:
        self._loudspeaker = Loudspeaker(device_name, self._fill)
        self._playout: Playout | None = None
        self._on_done: Callable[[], None] | None = None
        self._over = threading.Event()
        self._over.set()
        self._stopped_at_s = 0.0
        self._problem = ""
        self._wake: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._idle_since_s = 0.0

    def play(
        self,
        audio: Audio,
        *,
        start_s: float = 0.0,
        end_s: float | None = None,
        speed: float = 1.0,
        on_done: Callable[[], None] | None = None,
    ) -> None:
        """Play a stretch of a sound in place of what is playing.

        Parameters
        ----------
        audio : Audio
            The whole sound; all positions are seconds of it.
        start_s, end_s : float
            The stretch; None is the sound's end.
        speed : float
            0.5 to 2 times, pitch kept.
        on_done : callable, optional
            Called from the player's thread once the end was heard or playing failed, but not
            after `stop`, `play` or another sound.

        Raises
        ------
        ValueError
            When `speed` is outside 0.5 to 2.
        """
        if not SLOWEST <= speed <= FASTEST:
            raise ValueError(f"speed {speed} is outside {SLOWEST} to {FASTEST}")
        self._on_done = on_done
        self._begin(Playout(audio, start_s=start_s, end_s=end_s, speed=speed))

    def pause(self) -> None:
        """Fall silent and keep the place."""
        if self._playout is not None:
            self._playout.paused = True

    def resume(self) -> None:
        """Go on from where `pause` stopped."""
        if self._playout is not None and self._playout.paused:
            self._playout.paused = False
            self._wake_up()

    def seek(self, position_s: float) -> None:
        """Go to another moment; what is paused or over stays silent until `resume`."""
        self._replace(position_s=position_s)

    def set_speed(self, speed: float) -> None:
        """Change the speed from here on.

        Raises
        ------
        ValueError
            When `speed` is outside 0.5 to 2.
        """
        if not SLOWEST <= speed <= FASTEST:
            raise ValueError(f"speed {speed} is outside {SLOWEST} to {FASTEST}")
        self._replace(speed=speed)

    def stop(self) -> None:
        """Fall silent and let go of the sound."""
        playout, self._playout = self._playout, None
        if playout is not None:
            self._stopped_at_s = playout.position_s
        self._over.set()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until the end has been heard or `stop` was called; False when time is up.

        Raises
        ------
        DeviceError
            When the sound could not be played.
        """
        is_over = self._over.wait(timeout_s)
        if self._problem:
            raise DeviceError(self._problem)
        return is_over

    def close(self) -> None:
        """Stop and give the device back."""
        self.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            self._wake.put(False)
            thread.join()

    @property
    def position_s(self) -> float:
        """The moment of the sound that is heard now; where it stopped, when it is over."""
        playout = self._playout
        return self._stopped_at_s if playout is None else playout.position_s

    @property
    def is_playing(self) -> bool:
        """Whether sound comes, or is about to."""
        playout = self._playout
        return playout is not None and not playout.paused and not self._over.is_set()

    @property
    def is_paused(self) -> bool:
        """Whether `resume` would go on."""
        playout = self._playout
        return playout is not None and playout.paused and not self._over.is_set()

    @property
    def speed(self) -> float:
        """Times the recorded speed."""
        playout = self._playout
        return 1.0 if playout is None else playout.speed

    @property
    def problem(self) -> str:
        """One sentence why the last sound could not be played; empty if it could."""
        return self._problem

    def _begin(self, playout: Playout) -> None:
        self._problem = ""
        self._over.clear()
        self._playout = playout
        self._wake_up()

    def _wake_up(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="player", daemon=True)
            self._thread.start()
        self._wake.put(True)

    def _replace(self, *, position_s: float | None = None, speed: float | None = None) -> None:
        old = self._playout
        if old is None:
            return
        playout = Playout(
            old.audio,
            start_s=old.position_s if position_s is None else position_s,
            end_s=old.end_s if position_s is None or position_s < old.end_s else None,
            speed=speed or old.speed,
        )
        playout.paused = old.paused or self._over.is_set()
        self._begin(playout)

    def _run(self) -> None:
        try:
            while self._next_tick():
                try:
                    self._serve()
                except DeviceError as error:
                    self._fail(str(error))
                except Exception as error:
                    _log.exception("The player failed")
                    self._fail(f"The sound can't be played: {error}.")
        finally:
            self._loudspeaker.close()

    def _next_tick(self) -> bool:
        """Wait for something to do; False ends the thread."""
        try:
            if not self._loudspeaker.is_open and self._playout is None:
                return self._wake.get()
            return self._wake.get(timeout=_TICK_S)
        except queue.Empty:
            return True

    def _serve(self) -> None:
        """Do what is due: open, prepare, produce, notice the end, close after a while."""
        playout = self._playout
        if (
            playout is None
            or self._over.is_set()
            or (playout.paused and not self._loudspeaker.is_open)
        ):
            self._rest()
            return
        self._idle_since_s = time.monotonic()
        if not playout.is_prepared:
            self._loudspeaker.open_for(playout.audio.sample_rate_hz)
            playout.prepare(self._loudspeaker.sample_rate_hz)
        playout.produce()
        if playout.has_ended:
            self._finish(playout)
        else:
            self._loudspeaker.check_alive()

    def _rest(self) -> None:
        """Keep the device a few seconds: opening it again takes time, and headsets sleep."""
        if self._loudspeaker.is_open and time.monotonic() - self._idle_since_s > _IDLE_S:
            self._loudspeaker.close()

    def _finish(self, playout: Playout) -> None:
        if playout is not self._playout:
            return
        self._over.set()
        on_done, self._on_done = self._on_done, None
        if on_done is not None:
            on_done()

    def _fail(self, problem: str) -> None:
        playout = self._playout
        self._problem = problem
        self._loudspeaker.close()
        if playout is not None:
            self._finish(playout)

    def _fill(self, out: Any, heard_at_s: float) -> None:
        """Output callback: only copies samples that are ready."""
        playout = self._playout
        if playout is None:
            out.fill(0)
        else:
            playout.fill(out, heard_at_s)
