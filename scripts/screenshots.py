"""Render docs/screenshots from the program: `python scripts/screenshots.py`.

The pictures show made-up takes on a made-up machine, the same that the tests of the screens use,
with the question packs that come with Sayback.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from textual.pilot import Pilot  # noqa: E402

from sayback.questions import Catalogue  # noqa: E402
from tests.tui import (  # noqa: E402
    test_snapshots,
    test_snapshots_report,
    test_snapshots_settings,
)
from tests.tui.pilots import settle  # noqa: E402
from tests.tui.stage import CATALOGUE, Stage, fill  # noqa: E402

OUT = ROOT / "docs" / "screenshots"
SIZE = (120, 36)
Steps = Callable[[Pilot[None], Stage], Awaitable[None]]


async def choose_pack(pilot: Pilot[None], stage: Stage) -> None:
    """Home with a pack of Sayback's own."""
    await pilot.press("p", "down", "down", "l", "down")


PICTURES: dict[str, tuple[Steps, str]] = {
    "home": (choose_pack, "sayback-dark"),
    "practice": (test_snapshots.answering, "sayback-dark"),
    "report": (test_snapshots_report.words, "sayback-dark"),
    "report-light": (test_snapshots_report.words, "sayback-light"),
    "takes": (test_snapshots.takes, "sayback-dark"),
    "setup": (test_snapshots_settings.setup, "sayback-dark"),
    "settings": (test_snapshots_settings.settings, "sayback-dark"),
    "first-start": (test_snapshots_settings.microphone, "sayback-dark"),
}


async def render(name: str) -> str:
    """Return one picture as SVG."""
    show, theme = PICTURES[name]
    with tempfile.TemporaryDirectory() as folder:
        packs = Catalogue.load() if name == "home" else CATALOGUE
        stage = Stage(Path(folder) / "takes", catalogue=packs)
        fill(stage.library)
        if name == "first-start":
            stage.installed, stage.started_before = (), False
        app = stage.app()
        async with app.run_test(size=SIZE) as pilot:
            app.theme = theme
            await settle(pilot)
            await show(pilot, stage)
            app.clear_notifications()
            await settle(pilot)
            svg = app.export_screenshot(title="Sayback")
    return _without_chance(svg.replace(str(Path(folder).resolve()), "~"))


def _without_chance(svg: str) -> str:
    """Leave out the random number in every name, so that an unchanged picture is the same file."""
    return re.sub(r"terminal-\d+", "terminal", svg)


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(PICTURES)}; all if none is given")
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    for name in options.names or PICTURES:
        path = OUT / f"{name}.svg"
        path.write_text(asyncio.run(render(name)), encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
