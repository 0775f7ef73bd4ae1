"""Passages said in other ways: what was put in is marked, and nothing else changes."""

import random

from hypothesis import given
from hypothesis import strategies as st

from filler_model.passages import FILLED, REPEATED, UNKNOWN, Example, bare, varied

TEXT = "So, we we moved the shop. The customers followed us, like, at once."
SAID = Example(
    tuple(TEXT.split()),
    ("marker", REPEATED, *[None] * 8, "marker", None, None),
)
OTHER = "I was a baker. Nobody paid us for it."
OTHERS = [SAID, Example(tuple(OTHER.split()), (None,) * 9)]


def _bare(example: Example) -> list[tuple[str, str | None]]:
    words = [word.lower().strip(",.-") for word in example.words]
    return list(zip(words, example.kinds, strict=True))


@given(st.integers(0, 2000))
def test_what_was_put_in_is_marked_and_what_was_said_stays(seed: int) -> None:
    found = varied(SAID, OTHERS, random.Random(seed), stumbles=1.0)
    assert len(found.words) == len(found.kinds)
    put_in = [(word, "marker") for word in ("you", "know", "i", "mean")]
    kept = [
        pair for pair in _bare(found) if pair[1] not in (FILLED, REPEATED) and pair not in put_in
    ]
    said = [pair for pair in _bare(SAID) if pair[1] != REPEATED]
    assert kept == said


def test_some_variant_has_more_false_starts_than_the_original() -> None:
    counts = [
        varied(SAID, OTHERS, random.Random(seed), stumbles=1.0).kinds.count(REPEATED)
        for seed in range(50)
    ]
    assert max(counts) > SAID.kinds.count(REPEATED)


def test_bare_words_have_neither_capitals_nor_marks() -> None:
    found = bare(Example(("I'd", "paid", "$40,", "the", "cus-,", "St."), (UNKNOWN,) * 6))
    assert found.words == ("i'd", "paid", "$40", "the", "cus", "st")
    assert found.kinds == (UNKNOWN,) * 6
