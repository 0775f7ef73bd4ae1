"""What to practise today: three questions, each with its reason. Pure: no files, no clock.

One is due again, spaced by the FSRS scheduler from the user's own ratings; one went worst when it
was answered last; one was never tried. Where there is none of a sort, the others fill its place.
Nothing is counted against anybody: a question that was answered today is not offered again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from typing import Literal

from sayback.interview.due import Answered, day_of, due
from sayback.interview.weakness import Weakness, weakness
from sayback.library import TakeQuestion
from sayback.library.take_row import TakeRow
from sayback.library.trends import oldest_first, yardsticks
from sayback.questions import Catalogue, Question

Why = Literal["due", "weakest", "new"]
WHY_LABELS: Mapping[Why, str] = {"due": "Due again", "weakest": "Weakest", "new": "Never tried"}
COUNT = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question to practise today."""

    question: TakeQuestion
    why: Why
    reason: str
    """One sentence."""

    @property
    def label(self) -> str:
        """Its sort in two words."""
        return WHY_LABELS[self.why]


def today(
    rows: Iterable[TakeRow], catalogue: Catalogue, *, now: datetime, pack: str = ""
) -> tuple[Suggestion, ...]:
    """Return up to three questions to practise today.

    Parameters
    ----------
    rows
        All takes.
    catalogue
        All packs.
    now
        Time with offset; its day is today.
    pack
        Pack from which new questions come while it has any; where empty, the one practised most.
    """
    answered = _by_question(rows)
    done = {key for key, takes in answered.items() if day_of(takes[-1], now) == now.date()}
    open_ones = {key: takes for key, takes in answered.items() if key not in done}
    sorts = (
        [Suggestion(question, "due", reason) for question, reason in due(open_ones, now)],
        list(_weakest(open_ones, tuple(chain.from_iterable(answered.values())))),
        list(islice(_new(answered, catalogue, pack), COUNT)),
    )
    firsts: list[Suggestion] = []
    for found in sorts:
        firsts += _unlike(firsts, found)[:1]
    spare = _unlike(firsts, chain.from_iterable(sorts))
    chosen = firsts + spare[: COUNT - len(firsts)]
    return tuple(sorted(chosen, key=lambda each: list(WHY_LABELS).index(each.why)))


def _unlike(chosen: Sequence[Suggestion], found: Iterable[Suggestion]) -> list[Suggestion]:
    """Return those about other questions than the chosen ones, each question once."""
    taken = {each.question.id for each in chosen}
    others: dict[str | None, Suggestion] = {}
    for each in found:
        if each.question.id not in taken:
            others.setdefault(each.question.id, each)
    return list(others.values())


def _by_question(rows: Iterable[TakeRow]) -> Answered:
    found: dict[str, list[TakeRow]] = defaultdict(list)
    for row in oldest_first(rows):
        if row.question and row.question.id and row.moment is not None:
            found[row.question.id].append(row)
    return found


def _weakest(answered: Answered, rows: Sequence[TakeRow]) -> Iterator[Suggestion]:
    """Return the questions whose last answer lacks something, the weakest first."""
    usual = yardsticks(rows)
    found: list[tuple[Weakness, TakeQuestion]] = []
    for takes in answered.values():
        last = next((row for row in reversed(takes) if not row.pending), None)
        weak = weakness(last, usual) if last else None
        if weak and last and last.question:
            found.append((weak, last.question))
    found.sort(key=lambda pair: pair[0].score, reverse=True)
    yield from (Suggestion(question, "weakest", weak.reason) for weak, question in found)


def _new(answered: Answered, catalogue: Catalogue, pack: str) -> Iterator[Suggestion]:
    """Return questions that were never tried, those of the least practised topics first."""
    known = {pack.id for pack in catalogue.packs}
    chosen = pack if pack in known else _usual_pack(answered, catalogue)
    questions = catalogue.choose(pack=chosen)
    takes = Counter(_topic(q) for q in questions for _ in answered.get(q.id, ()))
    names = catalogue.competence_names()
    offered: Counter[str] = Counter()
    waiting = [question for question in questions if question.id not in answered]
    if chosen and not waiting:
        # All of that pack were tried: on to the others.
        waiting = [question for question in catalogue.questions if question.id not in answered]
    while waiting:
        # One of each topic before a second one of any.
        best = min(waiting, key=lambda q: (offered[_topic(q)], takes[_topic(q)]))
        waiting.remove(best)
        offered[_topic(best)] += 1
        topic = names.get(_topic(best), _topic(best).replace("-", " "))
        count = takes[_topic(best)]
        reason = (
            f"You have {count} take{'s' if count > 1 else ''} on {topic}, none of this question."
            if count
            else f"You have no take on {topic} yet."
        )
        yield Suggestion(TakeQuestion.of(best), "new", reason)


def _usual_pack(answered: Answered, catalogue: Catalogue) -> str:
    packs = {question.id: question.pack_id for question in catalogue.questions}
    used = Counter(
        packs[key] for key, takes in answered.items() if key in packs for _ in takes
    ).most_common(1)
    return used[0][0] if used else ""


def _topic(question: Question) -> str:
    return question.topic or question.kind or "other things"
