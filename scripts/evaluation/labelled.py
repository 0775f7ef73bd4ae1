"""Reads the answers and passages that were labelled by hand, and splits them for good.

Which part an answer belongs to depends on nothing but its id, so that no answer ever moves from
training to test when others are added. The test part is closed to new pieces: what is written
later, with an eye on what went wrong, can't choose what it is measured on.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, cast

from sayback.analysis.report import PARTS, Part
from sayback.questions.model import KINDS, Kind, Question

Portion = Literal["train", "dev", "test"]
FOLDER = Path(__file__).resolve().parents[2] / "tests" / "data" / "labelled"
_TRAIN, _DEV = 60, 75
"""Of a hundred: the first sixty train, fifteen are for development, the rest test."""
_CLOSED_FROM = 15
"""The number of the first writer whose share of the test trains instead."""
_MARKS: dict[str, str] = {"f": "filled_pause", "m": "marker", "r": "repetition"}


@dataclass(frozen=True, slots=True)
class LabelledAnswer:
    """A spoken answer with the part of STAR that each sentence serves."""

    id: str
    question: str
    kind: Kind | None
    """None for a question that no pack could hold ("What would you do if ...")."""
    applies: bool
    person: str
    sentences: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def portion(self) -> Portion:
        """train, dev or test."""
        return portion(self.id)

    @property
    def missing(self) -> frozenset[Part]:
        """Parts that no sentence has; empty where STAR does not apply."""
        return frozenset(PARTS[:-1]) - set(self.parts) if self.applies else frozenset()

    def asked(self, *, kind_known: bool) -> Question:
        """Return the question, as chosen from a pack or as typed by somebody."""
        return Question(id="", text=self.question, kind=self.kind if kind_known else None)


@dataclass(frozen=True, slots=True)
class LabelledPassage:
    """Words, each with the kind of filler that it is, or None."""

    id: str
    person: str
    words: tuple[str, ...]
    kinds: tuple[str | None, ...]

    @property
    def portion(self) -> Portion:
        """train, dev or test; the rules were tuned with the first two in sight."""
        return _portion(self.id, int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 100)


Piece = TypeVar("Piece", LabelledAnswer, LabelledPassage)


def portion(identifier: str) -> Portion:
    """Return the part that an id belongs to: 60 % train, 15 % dev, 25 % test."""
    digest = hashlib.sha256(identifier.encode()).digest()
    return _portion(identifier, int.from_bytes(digest[:8], "big") % 100)


def _portion(identifier: str, place: int) -> Portion:
    if place < _TRAIN:
        return "train"
    if place < _DEV:
        return "dev"
    writer = re.match(r"w(\d+)-", identifier)
    return "train" if writer and int(writer[1]) >= _CLOSED_FROM else "test"


def answers(folder: Path = FOLDER / "star") -> list[LabelledAnswer]:
    """Read all labelled answers, ordered by file.

    Raises
    ------
    ValueError
        Naming the file and answer, where one is not in the format.
    """
    found = [
        _answer(path, head, body) for path in sorted(folder.glob("*.txt"))
        for head, body in _blocks(path)
    ]  # fmt: skip
    _refuse_twins([answer.id for answer in found])
    return found


def passages(folder: Path = FOLDER / "fillers") -> list[LabelledPassage]:
    """Read all passages with marked fillers, ordered by file."""
    found = [
        _passage(path, head, body) for path in sorted(folder.glob("*.txt"))
        for head, body in _blocks(path)
    ]  # fmt: skip
    _refuse_twins([passage.id for passage in found])
    return found


def share_of(pieces: Sequence[Piece], share: float) -> list[Piece]:
    """Return a share of what was labelled, of every writer alike: always the same pieces."""
    mixed = sorted(pieces, key=lambda piece: hashlib.sha256(piece.id.encode()).hexdigest()[::-1])
    return mixed[: round(share * len(mixed))]


def _blocks(path: Path) -> Iterator[tuple[dict[str, str], list[str]]]:
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        heads = [line[1:].partition(":") for line in lines if line.startswith("#")]
        body = [line for line in lines if not line.startswith("#")]
        if body:
            yield {name.strip(): value.strip() for name, _, value in heads}, body


def _answer(path: Path, head: dict[str, str], body: list[str]) -> LabelledAnswer:
    rows = [line.partition("|") for line in body]
    parts = [part.strip() for part, _, _ in rows]
    if not {"id", "question", "kind", "applies"} <= set(head) or not set(parts) <= set(PARTS):
        raise ValueError(f"{path.name}: {head.get('id', body[0])}: a header or a label is wrong")
    return LabelledAnswer(
        id=head["id"],
        question=head["question"],
        kind=cast(Kind, head["kind"]) if head["kind"] in KINDS else None,
        applies=head["applies"] == "yes",
        person=head.get("person", ""),
        sentences=tuple(text.strip() for _, _, text in rows),
        parts=tuple(cast(Part, part) for part in parts),
    )


def _passage(path: Path, head: dict[str, str], body: list[str]) -> LabelledPassage:
    if "id" not in head:
        raise ValueError(f"{path.name}: a passage without an id: {body[0][:60]}")
    words: list[str] = []
    kinds: list[str | None] = []
    for token in " ".join(body).split():
        text, slash, mark = token.rpartition("/")
        marked = bool(slash) and mark in _MARKS
        words.append(text if marked else token)
        kinds.append(_MARKS[mark] if marked else None)
    return LabelledPassage(head["id"], head.get("person", ""), tuple(words), tuple(kinds))


def _refuse_twins(identifiers: list[str]) -> None:
    twins = sorted({name for name in identifiers if identifiers.count(name) > 1})
    if twins:
        raise ValueError(f"ids that occur twice: {', '.join(twins)}")
