"""Longest block of the screen's event loop through a scripted run: `python scripts/bench_tui.py`.

A made-up practice run, without devices, engine and network, is driven by key presses: choose,
search, practise, report, listen, takes, setup, settings, first start. Beside it a heartbeat
measures how late the event loop comes to it. The same heartbeat in an empty Textual app, started,
resized and redrawn, is the baseline: take the ratios, since times depend on the machine and on what
else runs on it.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from sayback.interview.phases import Phase
from sayback.questions import Catalogue
from sayback.tui.garbage import GarbageKeeper
from tests.tui.pilots import settle, until
from tests.tui.stage import Stage, fill

AIM_S = 0.05
_BEAT_S = 0.002
Step = Callable[[Pilot[None], Stage], Awaitable[None]]


class Heartbeat:
    """Measures how late the event loop comes to a task that wants to run every 2 ms."""

    def __init__(self) -> None:
        self.worst_s = 0.0
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Heartbeat:
        """Begin to beat."""
        self._task = asyncio.create_task(self._beat())
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop."""
        assert self._task is not None
        self._task.cancel()

    async def _beat(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(_BEAT_S)
            self.worst_s = max(self.worst_s, time.perf_counter() - before - _BEAT_S)


async def home(pilot: Pilot[None], stage: Stage) -> None:
    """Walk through the questions and choose another pack."""
    await pilot.press(*["down"] * 10, "pagedown", "end", "home", "p", "down", "down", "l")


async def search(pilot: Pilot[None], stage: Stage) -> None:
    """Type a word, clear it."""
    await pilot.press("slash", *"deadline", "enter", "c")


async def open_practice(pilot: Pilot[None], stage: Stage) -> None:
    """Ask a question, skip the voice, begin to answer."""
    await pilot.press("enter")
    await until(pilot, lambda: stage.runs)
    await pilot.press("space", "enter")


async def record(pilot: Pilot[None], stage: Stage) -> None:
    """Answer for two seconds with a level that moves."""
    run = stage.runs[-1]
    for tick in range(24):
        run.set(Phase.ANSWERING, elapsed_s=tick / 12, level_db=-40.0 + tick, peak_db=-20.0 + tick)
        await pilot.pause(1 / 12)


async def open_report(pilot: Pilot[None], stage: Stage) -> None:
    """Finish the answer."""
    await pilot.press("enter")
    await until(pilot, lambda: stage.sounds)


async def listen(pilot: Pilot[None], stage: Stage) -> None:
    """Listen for three seconds and seek."""
    await pilot.press("space")
    for tick in range(45):
        stage.sounds[-1].position_s = 3.0 + tick / 5
        await pilot.pause(1 / 15)
    await pilot.press("right", "f", "F")


async def read(pilot: Pilot[None], stage: Stage) -> None:
    """Visit each pane; ask how a figure is measured."""
    await pilot.press("2", "down", "m", "escape", "3", "pagedown", "1")


async def takes(pilot: Pilot[None], stage: Stage) -> None:
    """Go home, list all takes, walk through them."""
    await pilot.press("escape", "t")
    await settle(pilot)
    await pilot.press("down", "pagedown", "end", "escape")


async def setup(pilot: Pilot[None], stage: Stage) -> None:
    """Watch the level for a second."""
    await pilot.press("f2")
    await settle(pilot)
    await pilot.pause(1.0)
    await pilot.press("escape")


async def settings(pilot: Pilot[None], stage: Stage) -> None:
    """Walk through all settings, search, and change a number."""
    await pilot.press("f4")
    await settle(pilot)
    await pilot.press("down", "pagedown", "end", "home", "slash", *"speed", "enter", "enter")
    await settle(pilot)
    await pilot.press("home", "delete", "2", "enter")
    await settle(pilot)
    await pilot.press("escape", "escape")


async def first_start(pilot: Pilot[None], stage: Stage) -> None:
    """Go through the first start step by step."""
    pilot.app.action_first_start()  # type: ignore[attr-defined]
    await settle(pilot)
    for _ in range(4):
        await pilot.press("space")
        await pilot.pause(0.2)
        await pilot.press("s")
        await settle(pilot)


STEPS: tuple[Step, ...] = (
    home, search, open_practice, record, open_report, listen, read, takes, setup,
    settings, first_start,
)  # fmt: skip


class Empty(App[None]):
    """The baseline: an app that shows one line."""

    def compose(self) -> object:
        """Show it."""
        yield Static("empty")


async def measure_empty(size: tuple[int, int]) -> float:
    """Return the longest block of an empty app that is redrawn 20 times."""
    app = Empty()
    async with Heartbeat() as heart, app.run_test(size=size) as pilot:
        for _ in range(20):
            app.screen.refresh(layout=True)
            await pilot.pause(0.05)
    return heart.worst_s


async def measure_steps(size: tuple[int, int], takes_count: int) -> dict[str, float]:
    """Return the longest block of the start and of each step."""
    worst: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), catalogue=Catalogue.load())
        newest = fill(stage.library, copies=takes_count)[0]
        stage.take = newest
        app = stage.app(garbage=GarbageKeeper())
        async with Heartbeat() as heart, app.run_test(size=size) as pilot:
            await settle(pilot)
            worst["start"] = heart.worst_s
            for step in STEPS:
                heart.worst_s = 0.0
                await step(pilot, stage)
                await settle(pilot)
                worst[step.__name__] = heart.worst_s
    return worst


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="120x36", help="columns x rows")
    parser.add_argument("--takes", type=int, default=20, help="copies of each take in the library")
    parser.add_argument("--repeat", type=int, default=3, help="runs, of which the median is told")
    options = parser.parse_args()
    columns, rows = (int(part) for part in options.size.split("x"))
    empty: list[float] = []
    runs: list[dict[str, float]] = []
    # In turn, so that both meet the same machine.
    for _ in range(options.repeat):
        empty.append(asyncio.run(measure_empty((columns, rows))))
        runs.append(asyncio.run(measure_steps((columns, rows), options.takes)))
    baseline = _median(empty)
    print(f"longest block of the event loop at {options.size}, median of {options.repeat}")
    print(f"{'empty app (baseline)':<22}{1000 * baseline:7.0f} ms   1.0 x")
    for name in runs[0]:
        worst = _median([run[name] for run in runs])
        late = "" if worst <= AIM_S else f"   over the aim of {1000 * AIM_S:.0f} ms"
        print(f"{name:<22}{1000 * worst:7.0f} ms {worst / baseline:5.1f} x{late}")


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


if __name__ == "__main__":
    main()
