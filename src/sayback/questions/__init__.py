"""Interview questions: types, TOML packs, and choosing from them."""

from sayback.questions.model import KINDS, Kind, Pack, Question

__all__ = ["KINDS", "Kind", "Pack", "Question"]
