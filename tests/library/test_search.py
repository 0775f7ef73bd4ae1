"""Search over everything ever said."""

import pytest

from sayback.library import Library
from sayback.library.index import TakeIndex
from sayback.library.search import parse, places, search
from sayback.transcript import Word
from tests.library.made_takes import put, report, words


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "recordings")
    put(library, "2026-11-20/100000-a", report("So the Root cause was a café's clock."))
    put(library, "2026-11-21/100000-b", report("The cause had one root, and we moved on."))
    put(library, "2026-11-22/100000-c", report("We deployed. It didn’t start."))
    put(library, "2026-11-23/100000-d", report(None))
    put(library, "2026-11-24/100000-e")
    return library


def found(library, query, **options):
    hits = search(TakeIndex(library), query, **options).hits
    return [hit.row.id[-1] for hit in hits]


@pytest.mark.parametrize(
    ("query", "takes"),
    [
        ("root", ["b", "a"]),
        ("ROOT", ["b", "a"]),
        ("cause root", ["b", "a"]),
        ('"root cause"', ["a"]),
        ('"Root cause', ["a"]),
        ('"cause was" cafe', ["a"]),
        ("deploy", ["c"]),
        ('"deploy"', []),
        ('"deployed it"', ["c"]),
        ("art", []),
        ("didn't", ["c"]),
        ("didn’t", ["c"]),
        ("café", ["a"]),
        ("root deployed", []),
        ("xyzzy", []),
        ("%", []),
        ("", []),
        ('""', []),
    ],
)
def test_words_phrases_and_several_words(library, query, takes):
    assert found(library, query) == takes


def test_a_place_has_its_time_and_the_words_around(library):
    (hit,) = search(TakeIndex(library), '"root cause"').hits
    (place,) = hit.places

    assert place.start_s == 1.0
    assert [(piece.text, piece.is_match) for piece in place.pieces] == [
        ("So the", False), ("Root cause", True), ("was a café's clock.", False),
    ]  # fmt: skip


def test_places_far_apart_are_apart_and_near_ones_are_one():
    text = "root " + "and " * 20 + "root or cause"
    first, second = places(words(text), parse("root cause"))

    assert first.start_s == 0.0
    assert first.text == "root" + " and" * 7
    assert second.start_s == 10.5
    assert second.text == "and " * 7 + "root or cause"


def test_words_without_times_are_found_without_a_time():
    (place,) = places((Word("root"), Word("cause")), parse("cause"))

    assert place.start_s is None
    assert place.text == "root cause"


def test_only_so_many_takes_are_read_but_all_are_counted(library):
    result = search(TakeIndex(library), "root", limit=1)

    assert [hit.row.id[-1] for hit in result.hits] == ["b"]
    assert result.takes == 2


def test_what_was_said_since_is_found_and_what_was_deleted_is_not(library):
    put(library, "2026-11-25/100000-f", report("Another root."))
    library.trash(library.get("100000-a"))

    assert found(library, "root") == ["f", "b"]
