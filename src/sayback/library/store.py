"""Library: the folder of takes. The files are the truth."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sayback.errors import LibraryError
from sayback.library import take_json
from sayback.library.files import write_json
from sayback.library.take import RecordingInfo, Take

TRASH = ".trash"
_AUDIO = (".wav", ".flac")
"""In order of preference: if both exist, the WAV wins."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_STILL_RECORDING_S = 15.0
"""A recording that was written to this recently is being made right now."""


class Library:
    """Takes below one folder, `DATE/TIME-QUESTION.wav` with a JSON beside each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def new_take_path(self, question_id: str | None, now: datetime) -> Path:
        """Return the path for a new WAV; its folder is made, a clash gets "-2".

        Raises
        ------
        LibraryError
            When the folder can't be made.
        """
        day = self.folder / f"{now:%Y-%m-%d}"
        try:
            day.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"Can't make the folder {day}: {error.strerror}; choose another one with "
                "`recordings` in config.toml or with SAYBACK_RECORDINGS."
            ) from error
        stem = f"{now:%H%M%S}-{_slug(question_id or 'answer')}"
        candidate, number = stem, 1
        while any(day.glob(f"{candidate}.*")):
            number += 1
            candidate = f"{stem}-{number}"
        return day / f"{candidate}.wav"

    def save(self, take: Take) -> None:
        """Write the take's JSON; a damaged one that lies there is kept as `.json.damaged`."""
        if take.json_path.exists() and not self._read(take.audio_path)[1]:
            take.json_path.replace(take.json_path.with_suffix(".json.damaged"))
        write_json(take.json_path, take_json.as_json(take))

    def take_at(self, audio_path: Path) -> Take:
        """Return the take of an audio file; without a good JSON one with defaults."""
        return self._read(audio_path)[0]

    def audio_paths(self) -> Iterator[Path]:
        """Return the audio file of every take, in no order."""
        return _audio_below(self.folder)

    def takes(self) -> tuple[Take, ...]:
        """Return all takes, the newest first."""
        return tuple(self.take_at(path) for path in sorted(self.audio_paths(), reverse=True))

    def get(self, name: str) -> Take:
        """Return the take of an id, of an unambiguous part of one, or "last".

        Raises
        ------
        LibraryError
            When none or several match.
        """
        paths = {self._id(path): path for path in sorted(self.audio_paths())}
        if name == "last" and paths:
            return self.take_at(list(paths.values())[-1])
        wanted = name.removesuffix(".json").removesuffix(".wav").removesuffix(".flac")
        matches = [wanted] if wanted in paths else [key for key in paths if wanted in key]
        if len(matches) == 1:
            return self.take_at(paths[matches[0]])
        if matches:
            raise LibraryError(
                f"'{name}' is part of {len(matches)} takes ({', '.join(matches[:3])} …); "
                "give more of the id."
            )
        if not paths:
            raise LibraryError(
                f"There is no take in {self.folder} yet; `sayback practice` makes the first."
            )
        raise LibraryError(f"There is no take '{name}'; `sayback takes list` shows them all.")

    def pending(self) -> tuple[Take, ...]:
        """Return the takes whose words are not known yet, the newest first."""
        return tuple(take for take in self.takes() if take.pending and not self.is_live(take))

    def interrupted(self) -> tuple[Take, ...]:
        """Return the takes whose recording was cut off by a crash or a power cut."""
        return tuple(
            take for take in self.takes() if not take.recording.complete and not self.is_live(take)
        )

    def is_live(self, take: Take) -> bool:
        """Return whether a take is being recorded right now."""
        if take.recording.complete and take.json_path.exists():
            return False
        return time.time() - take.audio_path.stat().st_mtime < _STILL_RECORDING_S

    def trash(self, take: Take) -> Path:
        """Move a take's files to the trash folder; returns where its audio lies now."""
        target = self.folder / TRASH / take.audio_path.parent.name
        target.mkdir(parents=True, exist_ok=True)
        for path in self._files(take):
            shutil.move(path, target / path.name)
        return target / take.audio_path.name

    def trashed(self) -> tuple[Take, ...]:
        """Return the takes in the trash, the newest first."""
        found = _audio_below(self.folder / TRASH)
        return tuple(self.take_at(path) for path in sorted(found, reverse=True))

    def restore(self, take: Take) -> Take:
        """Move a take back out of the trash.

        Raises
        ------
        LibraryError
            When another take has its place by now.
        """
        target = self.folder / take.audio_path.parent.name
        if any((target / path.name).exists() for path in self._files(take)):
            raise LibraryError(f"Another take lies at {target / take.audio_path.name} by now.")
        target.mkdir(parents=True, exist_ok=True)
        for path in self._files(take):
            shutil.move(path, target / path.name)
        return self.take_at(target / take.audio_path.name)

    def delete_forever(self, take: Take) -> None:
        """Remove a take's files for good."""
        for path in self._files(take):
            path.unlink()

    def _id(self, audio_path: Path) -> str:
        return f"{audio_path.parent.name}/{audio_path.stem}"

    def _files(self, take: Take) -> list[Path]:
        stem = take.audio_path.stem
        return [
            path
            for path in sorted(take.audio_path.parent.iterdir())
            if path.name.split(".")[0] == stem
        ]

    def _read(self, audio_path: Path) -> tuple[Take, bool]:
        """Return the take and whether its JSON was there and good."""
        take_id = self._id(audio_path)
        try:
            text = audio_path.with_suffix(".json").read_text(encoding="utf-8")
            document = json.loads(text)
            return take_json.from_json(document, take_id=take_id, audio_path=audio_path), True
        except (OSError, UnicodeDecodeError, ValueError, LibraryError):
            recording = RecordingInfo(started_at=_started_at(audio_path))
        return Take(take_id, audio_path, recording=recording), False


def _audio_below(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for day in folder.iterdir():
        if not (day.is_dir() and _DATE.fullmatch(day.name)):
            continue
        found = {path for path in day.iterdir() if path.suffix in _AUDIO}
        for path in found:
            if path.suffix == _AUDIO[0] or path.with_suffix(_AUDIO[0]) not in found:
                yield path


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60] or "answer"


def _started_at(audio_path: Path) -> str | None:
    """Return the time that the file's own name tells."""
    digits = audio_path.stem[:6]
    try:
        moment = datetime.strptime(f"{audio_path.parent.name} {digits}", "%Y-%m-%d %H%M%S")
    except ValueError:
        return None
    return moment.astimezone().isoformat()
