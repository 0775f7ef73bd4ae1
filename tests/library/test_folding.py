"""Words as a search compares them."""

import pytest

from sayback.library.folding import folded, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Didn’t it, though?", ("didn't", "it", "though")),
        ("The CAFÉ in Weiß-Straße.", ("the", "cafe", "in", "weiss", "strasse")),
        ("about 3.5% of well-known", ("about", "3", "5", "of", "well", "known")),
        ("… — !", ()),
    ],
)
def test_case_accents_and_punctuation_do_not_count(text, expected):
    assert tokens(text) == expected


def test_every_folded_word_has_a_space_on_both_sides():
    assert folded("Root cause!") == " root cause "
