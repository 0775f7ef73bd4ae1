"""The recorder: from a sound source to a WAV on disk while it is being spoken.

Threads of their own, so that nothing can delay or lose a spoken answer: the source's callback
only copies and enqueues; the writer keeps the ring, meters and writes; listeners (the engine, a
spectrum) are called on a third, where being slow or broken harms nobody; a fourth opens a
microphone anew that was lost.
"""

from __future__ import annotations

import time
from pathlib import Path

from sayback.audio.level import FLOOR_DB, Block, LevelMeter
from sayback.audio.listeners import Listener, Listeners
from sayback.audio.recording import RecorderState, RecorderStatus, Recording
from sayback.audio.revival import Revival
from sayback.audio.ring import Ring, SpokenBlock
from sayback.audio.sample_clock import SampleClock, wall_clock
from sayback.audio.sources import SoundSource
from sayback.audio.take_file import TakeFile
from sayback.audio.watchdog import Watchdog
from sayback.audio.wav import WavWriter
from sayback.audio.writer_thread import WriterThread
from sayback.errors import AudioError, DeviceError

PRE_ROLL_S = 0.3
"""How long before the key press an answer starts, so that a word begun with it is whole."""
_LATE_BLOCKS_S = 0.25
_KEPT = "What was said until then is kept, and the answer goes on once it is back."

__all__ = ["Recorder", "RecorderState", "RecorderStatus", "Recording"]


class Recorder:
    """Records answers from a source, one after another.

    `open` and `close` may take up to a second and `finish` a few hundredths: call them off a
    screen's thread. The other calls return at once.

    Parameters
    ----------
    source : SoundSource
        A microphone, or a file in its place.
    """

    def __init__(self, source: SoundSource) -> None:
        self.source = source
        self._writer = WriterThread(self._handle)
        self._revival: Revival | None = None
        self._listeners = Listeners()
        self._watchdog = Watchdog(source.name)
        self._spoken_s = 0.0
        self._clock = SampleClock()
        self._ring = Ring()
        self._meter: LevelMeter | None = None
        self._take: TakeFile | None = None
        self._paused = False

    def open(self) -> None:
        """Open the source and fill the ring; nothing is written yet.

        Raises
        ------
        DeviceError
            When the source can't be opened.
        """
        if self._writer.is_running:
            return
        self._watchdog = Watchdog(self.source.name)
        self._clock = SampleClock()
        self._ring.clear()
        self.source.start(self._on_block)
        self._meter = LevelMeter(self.source.sample_rate_hz)
        self._listeners.start()
        self._writer.start()
        if self.source.is_live:
            self._revival = Revival(self.source, self._watchdog, self._on_block)

    def start(self, path: Path, *, pre_roll_s: float = PRE_ROLL_S) -> None:
        """Begin an answer a little before now, out of the ring.

        Parameters
        ----------
        path : Path
            The new WAV.
        pre_roll_s : float
            How long before now, at most 1 s; less where a loudspeaker was heard just before.

        Raises
        ------
        DeviceError
            When no blocks arrive: what is spoken now would be lost.
        AudioError
            When the file exists or can't be made.
        """
        pressed_s = time.monotonic()
        if self._take is not None:
            raise AudioError("An answer is being recorded already; finish or discard it first.")
        self._check_awake()
        # A file waits for its cue; what the ring holds is the end of the answer before.
        begins_s = pressed_s - pre_roll_s if self.source.is_live else pressed_s
        self._ring.needed_from_s = begins_s
        try:
            file = WavWriter(path, self.source.sample_rate_hz)
            self._writer.do(lambda: self._begin(TakeFile(file, begins_s)))
        finally:
            self._ring.needed_from_s = None
        self.source.cue()

    def wait_until_ready(self, timeout_s: float = 5.0) -> None:
        """Wait until blocks arrive.

        Raises
        ------
        DeviceError
            When none has come in time.
        """
        deadline_s = time.monotonic() + timeout_s
        while self.state is not RecorderState.READY or not self._watchdog.is_arriving:
            if time.monotonic() > deadline_s:
                self._check_awake()
                return
            time.sleep(0.005)

    def pause(self) -> None:
        """Leave out what is spoken from now on."""
        if self._take is not None and not self._paused:
            self._paused = True
            self._take.shuts(time.monotonic())

    def resume(self) -> None:
        """Go on; the place is kept as a cut."""
        if self._take is not None and self._paused:
            self._paused = False
            self._take.opens(time.monotonic())

    def finish(self) -> Recording:
        """End the answer with what was spoken until now, and close its file.

        Works whatever has happened to the microphone or the disk since.

        Raises
        ------
        AudioError
            When nothing is being recorded.
        """
        take = self._shut_take()
        lost_s = take.lost_s + self._stalled_s()
        self._wait_for_late_blocks(time.monotonic())
        duration_s = self._writer.do(lambda: self._end(take, delete=False))
        self._listeners.drain(timeout_s=0.2)
        return Recording(
            path=take.path,
            started_at=wall_clock(take.began_at_s),
            duration_s=duration_s,
            sample_rate_hz=self.source.sample_rate_hz,
            device=self.source.name,
            cuts=tuple(cut_s for cut_s in take.cuts if cut_s < duration_s),
            lost_s=max(lost_s, take.lost_s),
            problem=take.problem or self._watchdog.problem,
        )

    def discard(self) -> None:
        """End the answer and delete its file."""
        take = self._shut_take()
        self._writer.do(lambda: self._end(take, delete=True))

    def close(self) -> None:
        """Close the source; an answer still being recorded is finished and kept."""
        if not self._writer.is_running:
            return
        if self._take is not None:
            self.finish()
        revival, self._revival = self._revival, None
        if revival is not None:
            revival.end()
        self.source.stop()
        self._writer.stop()
        self._listeners.stop()

    def add_listener(self, listener: Listener) -> None:
        """Call `listener` with every block of the take: what it hears is what the file holds.

        It is called on a thread of its own, with int16 blocks at the source's rate.
        """
        self._listeners.add(listener)

    def remove_listener(self, listener: Listener) -> None:
        """Call `listener` no more."""
        self._listeners.remove(listener)

    @property
    def state(self) -> RecorderState:
        """What the recorder is doing."""
        if not self._writer.is_running:
            return RecorderState.CLOSED
        if self._take is not None:
            return RecorderState.PAUSED if self._paused else RecorderState.RECORDING
        return RecorderState.READY if self._watchdog.has_heard else RecorderState.WAKING

    def status(self) -> RecorderStatus:
        """Return the figures of this moment."""
        take, meter = self._take, self._meter
        return RecorderStatus(
            elapsed_s=take.elapsed_s if take else 0.0,
            level_db=meter.level_db if meter else FLOOR_DB,
            peak_db=meter.peak_db if meter else FLOOR_DB,
            clipping=bool(meter and meter.clipping),
            silent_for_s=meter.silent_for_s if meter else 0.0,
            blocks_arriving=self._watchdog.is_arriving,
            lost_s=take.lost_s + self._stalled_s() if take else 0.0,
            problem=(take.problem if take else "") or self._problem(),
        )

    def _on_block(self, block: Block) -> None:
        """Take a block from the source's callback: nothing here may wait or fail."""
        arrived_s = time.monotonic()
        self._watchdog.heard(arrived_s)
        self._writer.put(arrived_s, block)

    def _handle(self, arrived_s: float, samples: Block) -> None:
        spoken_s = self._clock.spoken_s(arrived_s, len(samples) / self.source.sample_rate_hz)
        block = SpokenBlock(samples, arrived_s, spoken_s)
        if self._meter is not None:
            self._meter.add(samples)
        self._ring.add(block)
        if self._take is not None:
            self._add_to_take(self._take, block)
        self._spoken_s = block.spoken_s

    def _add_to_take(self, take: TakeFile, block: SpokenBlock) -> None:
        if take.add(block):
            self._listeners.put(block.samples)

    def _begin(self, take: TakeFile) -> None:
        self._paused = False
        self._take = take
        for block in self._ring:
            self._add_to_take(take, block)

    def _shut_take(self) -> TakeFile:
        if self._take is None:
            raise AudioError("Nothing is being recorded.")
        self._take.shuts(time.monotonic())
        return self._take

    def _wait_for_late_blocks(self, until_s: float) -> None:
        """Let what was spoken last come through the sound system."""
        deadline_s = until_s + _LATE_BLOCKS_S
        while self._spoken_s < until_s and time.monotonic() < deadline_s:
            if not self._watchdog.is_arriving:
                return
            time.sleep(0.002)

    def _end(self, take: TakeFile, *, delete: bool) -> float:
        self._take = None
        if delete:
            take.delete()
            return 0.0
        return take.close()

    def _problem(self) -> str:
        problem = self._watchdog.problem if self._writer.is_running else ""
        return f"{problem} {_KEPT}" if problem and self._take else problem

    def _stalled_s(self) -> float:
        """Seconds that are being lost right now; a pause loses nothing."""
        return 0.0 if self._paused else self._watchdog.stalled_s

    def _check_awake(self) -> None:
        if not self._writer.is_running:
            raise DeviceError("The microphone is not open yet; try again in a moment.")
        if not self._watchdog.is_arriving:
            raise DeviceError(
                self._watchdog.problem
                or f"“{self.source.name}” is still waking up; try again in a second."
            )
