"""A question with all that its pack says about it, as text to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.content import Content

from sayback.questions import Question
from sayback.render.units import clock
from sayback.tui.filters import kind_label

QUIET = "$foreground 65%"


def question_details(question: Question, competence_names: Mapping[str, str]) -> Content:
    """Return a question's text, facts and advice."""
    names = [competence_names.get(key, kind_label(key)) for key in question.competences]
    facts = [kind_label(question.kind or "any kind"), f"about {clock(question.target_s)}"]
    if question.level:
        facts.append(f"{question.level} scope")
    parts: list[Content | str | tuple[str, str]] = [
        (question.text, "bold"),
        "\n",
        (" · ".join(facts), QUIET),
    ]
    if names:
        parts += ["\n", ("Can show: ", QUIET), (", ".join(names), "$text-accent")]
    if question.good:
        parts += [*_heading("A good answer"), question.good]
    parts += _listed("Interviewers listen for", question.listens_for)
    parts += _listed("Clarify first", question.clarify)
    parts += _listed("Put figures on", question.estimate)
    parts += _listed("Weigh", question.trade_offs)
    parts += _listed("Follow-up questions", question.follow_ups)
    if question.pitfall:
        parts += [*_heading("Pitfall"), question.pitfall]
    return Content.assemble(*parts)


def _heading(title: str) -> list[Content | str | tuple[str, str]]:
    return ["\n\n", (title, "bold $text-primary"), "\n"]


def _listed(title: str, items: Iterable[str]) -> list[Content | str | tuple[str, str]]:
    lines = [f"• {item}" for item in items]
    return [*_heading(title), "\n".join(lines)] if lines else []
