"""Which questions Home shows, and under which headings. No screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from sayback.questions import KINDS, Catalogue, Question


@dataclass(frozen=True, slots=True)
class Filter:
    """What the user chose; an empty field lets everything pass."""

    pack: str = ""
    kind: str = ""
    competence: str = ""
    level: str = ""
    text: str = ""

    def with_text(self, text: str) -> Filter:
        """Return the same with another text to look for."""
        return replace(self, text=text)

    def questions(self, catalogue: Catalogue) -> tuple[Question, ...]:
        """Return the questions that pass."""
        return catalogue.choose(
            pack=self.pack,
            kind=self.kind,
            competence=self.competence,
            level=self.level,
            text=self.text.strip(),
        )


def kind_label(kind: str) -> str:
    """Return a kind as people write it."""
    return kind.replace("-", " ").capitalize()


def kinds_in(catalogue: Catalogue, pack: str) -> tuple[str, ...]:
    """Return the kinds that a pack's questions have, in their usual order."""
    found = {question.kind for question in catalogue.choose(pack=pack)}
    return tuple(kind for kind in KINDS if kind in found)


def competences_in(catalogue: Catalogue, pack: str) -> tuple[tuple[str, str], ...]:
    """Return name and id of the competences that a pack's questions can show, as it lists them."""
    used = {name for question in catalogue.choose(pack=pack) for name in question.competences}
    names = catalogue.competence_names()
    known = {
        key: None
        for listed in catalogue.packs
        if not pack or listed.id == pack
        for key in listed.competences
    }
    listed = [key for key in known if key in used] + sorted(used - known.keys())
    return tuple((names.get(key, kind_label(key)), key) for key in listed)


def headings(
    questions: Iterable[Question], catalogue: Catalogue
) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """Return the questions under headings, by topic where there is one, else by kind."""
    names = catalogue.competence_names()

    def heading(question: Question) -> str:
        if question.topic:
            return names.get(question.topic, kind_label(question.topic))
        return kind_label(question.kind or "any kind")

    return tuple((title, tuple(group)) for title, group in groupby(questions, heading))
