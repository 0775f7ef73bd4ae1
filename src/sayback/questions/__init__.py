"""Interview questions: types, TOML packs, and choosing from them."""

from sayback.questions.catalogue import Catalogue
from sayback.questions.model import KINDS, Kind, Pack, Question
from sayback.questions.pack import check_pack, load_pack

__all__ = ["KINDS", "Catalogue", "Kind", "Pack", "Question", "check_pack", "load_pack"]
