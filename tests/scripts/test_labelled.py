"""The labelled data: its format, and a split that never moves."""

from collections import Counter
from pathlib import Path

import pytest

from evaluation import labelled

ANSWER = """\
# id: x-1
# question: Tell me about a mistake.
# kind: behavioural
# applies: yes
# person: baker
S| it was night
R| and the bread burned: all of it

# id: x-2
# question: What would you do?
# kind: hypothetical
# applies: no
O| I would ask
"""


def test_an_answer_has_a_part_for_every_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ANSWER, "utf-8")
    story, plan = labelled.answers(tmp_path)
    assert story.sentences == ("it was night", "and the bread burned: all of it")
    assert story.parts == ("S", "R")
    assert story.missing == {"T", "A"}
    assert story.asked(kind_known=False).kind is None
    assert story.asked(kind_known=True).kind == "behavioural"
    assert plan.missing == frozenset()
    assert plan.kind is None


def test_marks_belong_to_words_and_slashes_do_not(tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_text(
        "# id: x-f1\nSo,/m um,/f we/r we worked\n24/7 and/or less\n", "utf-8"
    )
    (passage,) = labelled.passages(tmp_path)
    assert passage.words == ("So,", "um,", "we", "we", "worked", "24/7", "and/or", "less")
    assert passage.kinds == ("marker", "filled_pause", "repetition", *[None] * 5)


@pytest.mark.parametrize("wrong", [ANSWER.replace("S|", "X|"), ANSWER.replace("x-2", "x-1")])
def test_a_wrong_label_and_an_id_that_occurs_twice_are_refused(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "a.txt").write_text(wrong, "utf-8")
    with pytest.raises(ValueError, match="x-1"):
        labelled.answers(tmp_path)


def test_a_split_depends_on_the_id_alone() -> None:
    # An answer that moved from training to test would make every figure a lie.
    assert [labelled.portion(f"w01-{n:03}") for n in (1, 2, 3, 6)] == [
        "train", "train", "test", "dev",
    ]  # fmt: skip
    shares = Counter(labelled.portion(f"any-{n}") for n in range(4000))
    assert shares["train"] / 4000 == pytest.approx(0.60, abs=0.03)
    assert shares["test"] / 4000 == pytest.approx(0.25, abs=0.03)


def test_the_projects_own_data_can_be_read() -> None:
    assert {answer.portion for answer in labelled.answers()} == {"train", "dev", "test"}
    assert any(not any(passage.kinds) for passage in labelled.passages())


def test_the_test_part_is_closed_for_what_was_written_later() -> None:
    """The fourteenth writer is the last whose pieces test; those of later ones train instead."""
    early = {labelled.portion(f"w{writer:02}-{n:03}") for writer in (1, 14) for n in range(100)}
    late = {labelled.portion(f"w{writer:02}-{n:03}") for writer in (15, 24) for n in range(100)}
    assert early == {"train", "dev", "test"}
    assert late == {"train", "dev"}


def test_a_share_takes_of_every_writer_and_always_the_same() -> None:
    answers = [answer for answer in labelled.answers() if answer.portion == "train"]
    half = labelled.share_of(answers, 0.5)
    assert half == labelled.share_of(answers[::-1], 0.5)
    assert len(half) == round(len(answers) / 2)
    writers = Counter(answer.id[:3] for answer in answers)
    kept = Counter(answer.id[:3] for answer in half)
    assert all(0.25 < kept[writer] / count < 0.75 for writer, count in writers.items())
