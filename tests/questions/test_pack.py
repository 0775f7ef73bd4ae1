"""A pack is read from TOML; every problem names file, line and reason."""

from pathlib import Path

import pytest

from sayback.errors import PackError
from sayback.questions import check_pack, load_pack

GOOD = """\
schema = "sayback.pack/1"
id = "mine"
title = "My questions"
description = "For one job."
competences = { teamwork = "Teamwork", craft = "Craft" }

[[questions]]
id = "first-week"
text = "What did you do in your first week?"
kind = "behavioural"
competences = ["craft", "teamwork"]
target_s = 90
follow_ups = ["How long did it take?"]

[[questions]]
id = "why-here"
text = "Why us?"
kind = "motivation"
"""


@pytest.fixture
def write(tmp_path: Path):
    def _write(text: str) -> Path:
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return _write


def test_a_good_pack_is_read_whole(write):
    pack = load_pack(write(GOOD), own=True)

    assert (pack.id, pack.title, pack.own) == ("mine", "My questions", True)
    assert [question.id for question in pack.questions] == ["first-week", "why-here"]
    first = pack.questions[0]
    assert first.competences == ("craft", "teamwork")
    assert first.target_s == 90
    assert first.follow_ups == ("How long did it take?",)
    assert first.pack_id == "mine"


def test_what_a_question_leaves_out_has_a_default(write):
    question = load_pack(write(GOOD)).questions[1]

    assert question.target_s == 120
    assert question.follow_ups == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('"sayback.pack/1"', '"sayback.pack/9"', 1, "schema must be"),
        ('id = "mine"', 'id = "other"', 2, "the file's name"),
        ('title = "My questions"', "title = 3", 3, "title must be a text"),
        ('kind = "behavioural"', 'kind = "behavioral"', 10, "kind must be one of"),
        ("target_s = 90", 'target_s = "90"', 12, "whole number of seconds"),
        ("target_s = 90", "target_s = true", 12, "whole number of seconds"),
        ("target_s = 90", "targets = 90", 12, "unknown key 'targets'"),
        ('["craft", "teamwork"]', '["craft", "trust"]', 11, "'trust' is not declared"),
        ('["How long did it take?"]', '"How long?"', 13, "must be a list of texts"),
        ('id = "why-here"', 'id = "first-week"', 16, "used twice"),
        ('id = "why-here"', 'id = "Why here"', 16, "joined by hyphens"),
        ('text = "Why us?"\n', "", 15, "has no 'text'"),
        ('text = "Why us?"', 'text = "Why us?', 17, "not valid TOML"),
    ],
)
def test_a_problem_names_file_line_and_reason(write, old, new, line, reason):
    path = write(GOOD.replace(old, new, 1))

    (problem,) = check_pack(path)

    assert problem.startswith(f"{path}: line {line}: ")
    assert reason in problem
    with pytest.raises(PackError, match="line"):
        load_pack(path)


def test_all_problems_are_told_in_the_order_of_their_lines(write):
    path = write(GOOD.replace('"behavioural"', '"x"').replace("target_s = 90", "target_s = 1"))

    lines = [problem.split(": ")[1] for problem in check_pack(path)]

    assert lines == ["line 10", "line 12"]


def test_a_good_pack_has_no_problems(write):
    assert check_pack(write(GOOD)) == ()


def test_a_missing_file_is_one_sentence(tmp_path):
    (problem,) = check_pack(tmp_path / "none.toml")

    assert "there is no such file" in problem


def test_a_file_that_is_no_text_is_one_sentence(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe\x00")

    assert "save it as UTF-8" in check_pack(path)[0]
