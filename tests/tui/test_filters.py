"""Which questions Home shows."""

from sayback.tui.filters import Filter, competences_in, headings, kinds_in
from tests.tui.stage import CATALOGUE, DIVE_DEEP


def ids(chosen: Filter) -> list[str]:
    return [question.id for question in chosen.questions(CATALOGUE)]


def test_an_empty_filter_lets_everything_pass():
    assert len(ids(Filter())) == 6


def test_each_field_narrows():
    assert ids(Filter(pack="general")) == ["why-us", "your-questions"]
    assert ids(Filter(kind="system-design")) == ["design-queue"]
    assert ids(Filter(competence="earn-trust")) == ["dive-deep-root-cause", "earn-trust-mistake"]
    assert ids(Filter(level="senior")) == ["earn-trust-mistake"]
    assert ids(Filter().with_text("  NUMBER ")) == ["dive-deep-numbers"]


def test_kinds_are_those_of_the_pack():
    assert kinds_in(CATALOGUE, "general") == ("motivation", "closing")


def test_competences_keep_the_packs_order_and_names():
    assert competences_in(CATALOGUE, "tpm") == (
        ("Dive Deep", "dive-deep"),
        ("Earn Trust", "earn-trust"),
    )
    assert competences_in(CATALOGUE, "general") == ()


def test_questions_stand_under_their_topic_else_their_kind():
    found = headings(CATALOGUE.questions, CATALOGUE)

    assert [title for title, _ in found] == [
        "Dive Deep", "Earn Trust", "System design", "Motivation", "Closing",
    ]  # fmt: skip
    assert found[0][1][0] == DIVE_DEEP
