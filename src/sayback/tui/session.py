"""Session: what changes while the program runs and belongs to no single screen."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence
from pathlib import Path

from sayback.analysis import Report
from sayback.config import Config
from sayback.interview.follow_ups import TARGET_S, FollowUp, follow_ups
from sayback.interview.study import Suggestion, today
from sayback.library import Take, TakeQuestion
from sayback.library.take_row import TakeRow
from sayback.questions import Catalogue
from sayback.tui.driver import PracticeDriver
from sayback.tui.history import History
from sayback.tui.services import Order, PracticeRun, Services, Sound

_SAVING_S = 1.5
_ENDING_S = 10.0
_CLOSES_WITHIN_S = 2.0


class Session:
    """The settings in force, the packs that were read, and who speaks into the microphone."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.config: Config = services.config
        self.catalogue = Catalogue(())
        self.history = History(services.library)
        self.demo_voice = False
        """True while the bundled speech stands in for the microphone."""
        self.takes_version = 0
        """Goes up whenever a take came, went or changed."""
        self.driver: PracticeDriver | None = None
        """Of the practice run that was started last."""
        self.installed_models: tuple[str, ...] = ()
        """Models that were here when last looked; see `look_for_models`."""

    def change(self, section: str, **values: object) -> None:
        """Change settings of one table of config.toml, at once and on disk.

        Raises
        ------
        ConfigError
            When the file can't be written; the change is in force all the same.
        """
        changed = dataclasses.replace(getattr(self.config, section), **values)
        if changed == getattr(self.config, section):
            return
        self.config = dataclasses.replace(self.config, **{section: changed})
        if section == "library":
            self._open_library()
        self.services.save_config(self.config)

    def _open_library(self) -> None:
        """Go over to the folder of takes that is set; what is being recorded stays where it is."""
        library = self.services.open_library(self.config)
        if library.folder != self.services.library.folder:
            self.services = dataclasses.replace(self.services, library=library)
            self.history = History(library)
            self.takes_version += 1

    def order(self, question: TakeQuestion, *, links: tuple[str, ...] = ()) -> Order:
        """Return the order to practise a question with the settings of now."""
        return Order(question, links, self.demo_voice)

    def practice(self, order: Order) -> PracticeRun:
        """Return a new practice run; may read files."""
        return self.services.practice(order, self.config)

    def analyse(self, take: Take) -> Take:
        """Analyse a stored take anew, and return it as it is then; waits.

        Raises
        ------
        SaybackError
            When it can't be read or analysed.
        """
        analysed = self.services.analyse(take, self.config, lambda done: None)
        self.takes_version += 1
        return analysed

    def suggestions(
        self, rows: Sequence[TakeRow], *, pack: str | None = None
    ) -> tuple[Suggestion, ...]:
        """Return what to practise today; new questions come from a pack, or from the set one."""
        pack = self.config.practice.pack if pack is None else pack
        return today(rows, self.catalogue, now=self.services.now(), pack=pack)

    def sound(self) -> Sound:
        """Return a player for the chosen loudspeaker."""
        return self.services.hardware.sound(self.config.audio.loudspeaker)

    def look_for_devices(self) -> str:
        """Look for devices that came or went; return why that can't be done now, or "".

        May take a second: what was just let go of is perhaps still being closed.
        """
        deadline_s = time.monotonic() + _CLOSES_WITHIN_S
        while not self.services.hardware.rescan():
            if time.monotonic() > deadline_s:
                return "Sound is still being played or recorded; press F6 again when it is over."
            time.sleep(0.02)
        return ""

    def look_for_models(self) -> None:
        """Find out which models are here; reads folders, so not on the screen's thread."""
        self.installed_models = self.services.models.installed()

    @property
    def model_in_use(self) -> str:
        """Name of the model that will transcribe; empty where none is here."""
        model = self.config.whisper.model
        if self.demo_voice and model not in self.installed_models:
            return "demo model"
        if model in self.installed_models:
            return model
        folder = Path(model).expanduser()
        return folder.name if folder.is_absolute() and folder.is_dir() else ""

    @property
    def microphone_name(self) -> str:
        """What to call the microphone in use."""
        if self.demo_voice:
            return "demo voice"
        return self.config.audio.microphone or "system's default"

    def end(self) -> None:
        """End what still runs; an answer being spoken is kept. May take a few seconds."""
        if self.driver is not None:
            self.driver.close()
            self.driver.wait(_SAVING_S)
        self.services.close()
        if self.driver is not None:
            self.driver.wait(_ENDING_S)

    def follow_ups(self, take: Take) -> tuple[FollowUp, ...]:
        """Return what an interviewer would ask next after a take."""
        question = take.question
        found = self.catalogue.find(question.id) if question and question.id else None
        return follow_ups(take.report or Report(), found)

    def follow_up(self, take: Take, chosen: FollowUp) -> Order:
        """Return the order to practise a follow-up question to a take."""
        kind = take.question.kind if take.question else None
        question = TakeQuestion(None, chosen.text, kind, TARGET_S)
        return self.order(question, links=(take.id,))
