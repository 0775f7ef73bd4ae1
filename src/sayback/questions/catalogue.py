"""All packs, the bundled ones and the user's own, and choosing questions from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayback import paths
from sayback.errors import PackError
from sayback.questions.model import Pack, Question
from sayback.questions.pack import load_pack


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every pack that could be read, and the problems of those that could not."""

    packs: tuple[Pack, ...]
    problems: tuple[str, ...] = ()
    """One "FILE: line N: reason" for each pack that was left out."""

    @classmethod
    def load(cls) -> Catalogue:
        """Read the bundled packs and the user's own; a bad one never keeps others out."""
        packs: list[Pack] = []
        problems: list[str] = []
        taken: dict[str, Path] = {}
        for path, own in _pack_files():
            try:
                pack = load_pack(path, own=own)
            except PackError as error:
                problems.append(str(error))
                continue
            clash = next((q.id for q in pack.questions if q.id in taken), None)
            if clash:
                problems.append(
                    f"{path}: line 1: the question id '{clash}' is taken by {taken[clash]}; "
                    "give it another id."
                )
                continue
            taken.update((question.id, path) for question in pack.questions)
            packs.append(pack)
        return cls(tuple(packs), tuple(problems))

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, pack by pack."""
        return tuple(question for pack in self.packs for question in pack.questions)

    def find(self, question_id: str) -> Question | None:
        """Return the question of that id, or None."""
        return next((q for q in self.questions if q.id == question_id), None)

    def question(self, question_id: str) -> Question:
        """Return the question of that id.

        Raises
        ------
        PackError
            When there is none; near misses are named.
        """
        found = self.find(question_id)
        if found is None:
            raise PackError(_unknown_question(question_id, self.questions))
        return found

    def pack(self, pack_id: str) -> Pack:
        """Return the pack of that id.

        Raises
        ------
        PackError
            When there is none; those that exist are named.
        """
        for pack in self.packs:
            if pack.id == pack_id:
                return pack
        names = ", ".join(pack.id for pack in self.packs)
        raise PackError(f"There is no pack '{pack_id}'; choose one of {names}.")

    def competence_names(self) -> dict[str, str]:
        """Return the shown name of every competence id."""
        return {key: name for pack in self.packs for key, name in pack.competences.items()}

    def choose(
        self,
        *,
        pack: str = "",
        kind: str = "",
        competence: str = "",
        topic: str = "",
        level: str = "",
        text: str = "",
    ) -> tuple[Question, ...]:
        """Return the questions that pass every filter given; an empty filter lets all pass.

        `text` is looked for in text, id, topic and competences, without regard to case.
        """
        return tuple(
            question
            for question in self.questions
            if (not pack or question.pack_id == pack)
            and (not kind or question.kind == kind)
            and (not competence or competence in question.competences)
            and (not topic or question.topic == topic)
            and (not level or question.level == level)
            and (not text or text.casefold() in _searched(question))
        )


def _searched(question: Question) -> str:
    return " ".join((question.text, question.id, question.topic, *question.competences)).casefold()


def _pack_files() -> Iterator[tuple[Path, bool]]:
    for folder, own in ((paths.bundled_packs_dir(), False), (paths.user_packs_dir(), True)):
        if folder.is_dir():
            for path in sorted(folder.glob("*.toml")):
                yield path, own


def _unknown_question(question_id: str, questions: tuple[Question, ...]) -> str:
    import difflib

    near = difflib.get_close_matches(question_id, [q.id for q in questions], n=3, cutoff=0.6)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"There is no question '{question_id}'.{hint} `sayback questions list` shows them all."
