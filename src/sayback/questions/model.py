"""Question and Pack, the frozen types that a TOML pack is read into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

Kind = Literal[
    "behavioural", "program-management", "system-design", "resume", "motivation", "closing"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
DEFAULT_TARGET_S = 120


@dataclass(frozen=True, slots=True)
class Question:
    """One interview question and what a good answer to it does."""

    id: str
    """Lower-case words joined by hyphens, unique in all packs."""
    text: str
    """What is spoken aloud."""
    kind: Kind | None
    """None for a question in the user's own words: judged from question and answer."""
    pack_id: str = ""
    topic: str = ""
    competences: tuple[str, ...] = ()
    """Ids of the principles or competences that an answer can show, most direct first."""
    target_s: int = DEFAULT_TARGET_S
    """Advised length of an answer in seconds."""
    good: str = ""
    """What a good answer does."""
    listens_for: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    pitfall: str = ""
    level: str = ""
    """"senior" for questions of senior scope, else empty."""
    clarify: tuple[str, ...] = ()
    """System design: what to ask before designing."""
    estimate: tuple[str, ...] = ()
    """System design: what to put figures on."""
    trade_offs: tuple[str, ...] = ()
    """System design: what to weigh."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A TOML file of questions."""

    id: str
    title: str
    description: str
    questions: tuple[Question, ...]
    path: Path
    competences: Mapping[str, str] = field(default_factory=dict)
    """Shown name of each competence id."""
    own: bool = False
    """True for a pack from the user's config folder."""
