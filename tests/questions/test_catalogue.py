"""All packs together, and choosing from them."""

import pytest

from sayback import paths
from sayback.errors import PackError
from sayback.questions import Catalogue

OWN = """\
schema = "sayback.pack/1"
title = "Own"
competences = { craft = "Craft" }
[[questions]]
id = "{id}"
text = "How do you sharpen a knife?"
kind = "behavioural"
topic = "craft"
competences = ["craft"]
"""


def add_own_pack(name: str, text: str) -> None:
    paths.user_packs_dir().mkdir(parents=True, exist_ok=True)
    (paths.user_packs_dir() / f"{name}.toml").write_text(text, encoding="utf-8")


def test_the_users_own_packs_come_after_the_bundled_ones():
    add_own_pack("kitchen", OWN.replace("{id}", "sharpen"))

    catalogue = Catalogue.load()

    assert catalogue.packs[-1].id == "kitchen"
    assert catalogue.packs[-1].own
    assert catalogue.question("sharpen").text == "How do you sharpen a knife?"


def test_a_bad_pack_is_named_and_the_others_still_load():
    bundled = len(Catalogue.load().packs)
    add_own_pack("broken", "schema = 3")

    catalogue = Catalogue.load()

    assert len(catalogue.packs) == bundled > 0
    assert "broken.toml: line 1:" in catalogue.problems[0]


def test_an_id_that_another_pack_uses_is_a_problem():
    add_own_pack("a", OWN.replace("{id}", "same"))
    add_own_pack("b", OWN.replace("{id}", "same"))

    (problem,) = Catalogue.load().problems

    assert "b.toml" in problem
    assert "'same' is taken by" in problem


def test_filters_narrow_the_choice():
    add_own_pack("kitchen", OWN.replace("{id}", "sharpen"))
    catalogue = Catalogue.load()

    assert [q.id for q in catalogue.choose(pack="kitchen")] == ["sharpen"]
    assert [q.id for q in catalogue.choose(pack="kitchen", text="KNIFE")] == ["sharpen"]
    assert catalogue.choose(pack="kitchen", kind="closing") == ()
    assert all(q.kind == "system-design" for q in catalogue.choose(kind="system-design"))


def test_an_unknown_question_names_near_misses():
    add_own_pack("kitchen", OWN.replace("{id}", "sharpen-a-knife"))

    with pytest.raises(PackError, match="Did you mean sharpen-a-knife"):
        Catalogue.load().question("sharpen-knife")


def test_an_unknown_pack_names_those_that_exist():
    with pytest.raises(PackError, match="choose one of"):
        Catalogue.load().pack("nonsense")


def test_every_bundled_pack_is_without_problems():
    assert Catalogue.load().problems == ()
