"""Read and check one question pack, a TOML file made to be edited by hand.

`questions/README.md` explains the format. Every problem names file, line and reason.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from sayback.errors import PackError
from sayback.questions.locate import PackText
from sayback.questions.model import KINDS, Pack, Question

SCHEMA = "sayback.pack/1"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PACK_KEYS = {
    "schema", "id", "title", "description", "competences", "questions", "older_fourteen",
}  # fmt: skip
_LISTS = {"competences", "listens_for", "follow_ups", "clarify", "estimate", "trade_offs"}
_TEXTS = {"id", "text", "kind", "topic", "good", "pitfall", "level"}
_QUESTION_KEYS = {field.name for field in fields(Question)} - {"pack_id"}
_TARGET_RANGE_S = (10, 1800)


def load_pack(path: Path, *, own: bool = False) -> Pack:
    """Read a pack.

    Parameters
    ----------
    path
        The TOML file; the pack's id is its stem.
    own
        Whether it is the user's own.

    Raises
    ------
    PackError
        With file, line and reason of the first problem.
    """
    document, problems = _read(path)
    if problems:
        raise PackError(problems[0])
    questions = tuple(_question(table, path.stem) for table in document["questions"])
    return Pack(
        id=path.stem,
        title=document["title"],
        description=document.get("description", ""),
        questions=questions,
        path=path,
        competences=dict(document.get("competences", {})),
        own=own,
    )


def check_pack(path: Path) -> tuple[str, ...]:
    """Return every problem of a pack as "FILE: line N: reason"; none if it is good."""
    return _read(path)[1]


def _read(path: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, (f"{path}: there is no such file; check the name.",)
    except (OSError, UnicodeDecodeError) as error:
        return {}, (f"{path}: can't be read ({error}); save it as UTF-8 text.",)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, line = _syntax_error(error, text)
        return {}, (f"{path}: line {line}: {reason}",)
    where = PackText(text)
    problems = [*_pack_problems(document, path, where), *_all_question_problems(document, where)]
    return document, tuple(f"{path}: line {line}: {reason}" for line, reason in sorted(problems))


def _syntax_error(error: tomllib.TOMLDecodeError, text: str) -> tuple[str, int]:
    found = re.search(r"\(at line (\d+), column \d+\)", str(error))
    line = int(found[1]) if found else text.count("\n") + 1
    reason = str(error).split(" (at ")[0]
    return f"not valid TOML: {reason[:1].lower()}{reason[1:]}; mend that line.", line


Problem = tuple[int, str]


def _pack_problems(document: dict[str, Any], path: Path, where: PackText) -> list[Problem]:
    problems: list[Problem] = []

    def wrong(key: str, reason: str) -> None:
        problems.append((where.line_of_key(key), reason))

    if document.get("schema") != SCHEMA:
        wrong("schema", f'schema must be "{SCHEMA}".')
    if document.get("id", path.stem) != path.stem:
        wrong("id", f'id must be the file\'s name without ending, "{path.stem}".')
    if not isinstance(document.get("title"), str) or not document["title"].strip():
        wrong("title", "title must be a text in quotes.")
    if not isinstance(document.get("description", ""), str):
        wrong("description", "description must be a text in quotes.")
    for key in sorted(document.keys() - _PACK_KEYS):
        wrong(key, f"unknown key '{key}'; remove it or check its spelling.")
    competences = document.get("competences", {})
    if not isinstance(competences, dict) or not all(
        isinstance(name, str) for name in competences.values()
    ):
        wrong("competences", 'competences must be a table such as { teamwork = "Teamwork" }.')
    questions = document.get("questions")
    if not isinstance(questions, list) or not questions:
        wrong("questions", "a pack needs at least one [[questions]] table.")
    return problems


def _all_question_problems(document: dict[str, Any], where: PackText) -> list[Problem]:
    questions = document.get("questions")
    if not isinstance(questions, list):
        return []
    problems: list[Problem] = []
    seen: set[str] = set()
    declared = document.get("competences", {})
    for index, table in enumerate(questions):
        if not isinstance(table, dict):
            problems.append((1, "questions must be written as [[questions]] tables."))
            continue
        for key, reason in _question_problems(table, declared):
            problems.append((where.line_in_question(index, key), reason))
        name = table.get("id")
        if isinstance(name, str) and name in seen:
            line = where.line_in_question(index, "id")
            problems.append((line, f"the id '{name}' is used twice; ids are unique."))
        seen.add(str(name))
    return problems


def _question_problems(table: dict[str, Any], declared: Any) -> list[tuple[str, str]]:
    problems: list[tuple[str, str]] = []
    for key in ("id", "text", "kind"):
        if key not in table:
            problems.append(("", f"the question has no '{key}'."))
    for key, value in table.items():
        reason = _value_problem(key, value)
        if reason:
            problems.append((key, reason))
    names = table.get("competences", [])
    if isinstance(names, list) and isinstance(declared, dict):
        for name in names:
            if name not in declared:
                problems.append(
                    ("competences", f"'{name}' is not declared in the pack's competences.")
                )
    return problems


def _value_problem(key: str, value: Any) -> str | None:
    if key not in _QUESTION_KEYS:
        return f"unknown key '{key}'; remove it or check its spelling."
    if key in _LISTS:
        good = isinstance(value, list) and all(isinstance(item, str) and item for item in value)
        return None if good else f'{key} must be a list of texts, such as ["first", "second"].'
    if key in _TEXTS and (not isinstance(value, str) or not value.strip()):
        return f"{key} must be a text in quotes."
    if key == "id" and not _ID.fullmatch(value):
        return "id must be lower-case words joined by hyphens, such as worst-outage."
    if key == "kind" and value not in KINDS:
        return f"kind must be one of {', '.join(KINDS)}."
    if key == "target_s":
        low, high = _TARGET_RANGE_S
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            return f"target_s must be a whole number of seconds from {low} to {high}."
    return None


def _question(table: dict[str, Any], pack_id: str) -> Question:
    values: dict[str, Any] = {
        key: tuple(value) if key in _LISTS else value for key, value in table.items()
    }
    return Question(pack_id=pack_id, **values)
