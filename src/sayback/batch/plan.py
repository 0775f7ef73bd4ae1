"""What a batch has to do: find the recordings, and where each one's report goes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayback.audio.decode import AUDIO_SUFFIXES
from sayback.audio.probe import probe_duration_s
from sayback.batch.stamp import is_current
from sayback.errors import UsageError
from sayback.library import Library, Take


@dataclass(frozen=True, slots=True)
class Work:
    """One recording to report on."""

    audio_path: Path
    json_path: Path
    markdown_path: Path
    take: Take | None = None
    """The take that the recording belongs to, if it is one: its JSON keeps all the rest."""
    duration_s: float | None = None
    """From the file's header; None where it tells none."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do, in order, and what is done already."""

    todo: tuple[Work, ...]
    skipped: tuple[Work, ...] = ()


def plan_folders(
    folders: Iterable[Path], *, out: Path | None, force: bool, model: str | None
) -> Plan:
    """Plan every recording below some folders (or recordings given by name).

    Parameters
    ----------
    folders
        Folders, searched to any depth, hidden ones left out; or files.
    out
        Folder for the reports, laid out like the folders searched; None puts each beside its
        recording.
    force
        Do again what is done.
    model
        Name of the model that will be used; None where there is none.

    Raises
    ------
    UsageError
        When a folder does not exist.
    """
    roots = [folder.absolute() for folder in folders]
    for root in roots:
        if not root.exists():
            raise UsageError(f"There is no folder {root}; check the name.")
    todo: list[Work] = []
    skipped: list[Work] = []
    for root in roots:
        for work in _works(root, out and _out_folder(root, roots, out)):
            done = not force and is_current(work.json_path, work.audio_path, model)
            (skipped if done else todo).append(work)
    return Plan(_timed(todo), tuple(skipped))


def plan_takes(library: Library, *, force: bool) -> Plan:
    """Plan the library's takes whose words are not known yet; with `force` all of them."""
    takes = library.takes() if force else library.pending()
    return Plan(_timed([_take_work(take, take.audio_path.parent) for take in reversed(takes)]))


def _timed(works: list[Work]) -> tuple[Work, ...]:
    return tuple(
        Work(
            audio_path=work.audio_path,
            json_path=work.json_path,
            markdown_path=work.markdown_path,
            take=work.take,
            duration_s=probe_duration_s(work.audio_path),
        )
        for work in works
    )


def _works(root: Path, out: Path | None) -> Iterator[Work]:
    base = root if root.is_dir() else root.parent
    paths = sorted(_recordings(root))
    stems = [path.with_suffix("") for path in paths]
    for path in paths:
        folder = out / path.parent.relative_to(base) if out else path.parent
        take = _take_of(path)
        if take is not None and not out:
            yield _take_work(take, folder)
            continue
        name = path.name if stems.count(path.with_suffix("")) > 1 else path.stem
        yield Work(path, _free_json(folder, name), folder / f"{name}.md", take)


def _recordings(root: Path) -> Iterator[Path]:
    if root.is_file():
        yield root
        return
    for path in root.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.suffix.lower() in AUDIO_SUFFIXES and path.is_file() and not hidden:
            yield path


def _out_folder(root: Path, roots: list[Path], out: Path) -> Path:
    """Give each searched folder its own place when there are several."""
    if len(roots) == 1 or root.is_file():
        return out
    same_name = [other for other in roots if other.name == root.name]
    number = same_name.index(root) + 1
    return out / (root.name if number == 1 else f"{root.name}-{number}")


def _take_work(take: Take, folder: Path) -> Work:
    return Work(take.audio_path, take.json_path, folder / f"{take.audio_path.stem}.md", take)


def _take_of(audio_path: Path) -> Take | None:
    document = _read(audio_path.with_suffix(".json"))
    if isinstance(document, dict) and document.get("schema") == "sayback.take/1":
        return Library(audio_path.parent.parent).take_at(audio_path)
    return None


def _free_json(folder: Path, name: str) -> Path:
    """Return NAME.json, or another name where that one holds something that is not ours."""
    path = folder / f"{name}.json"
    if path.exists():
        document = _read(path)
        ours = isinstance(document, dict) and document.get("schema") == "sayback.report/1"
        if not ours:
            return folder / f"{name}.sayback.json"
    return path


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
