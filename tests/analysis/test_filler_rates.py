"""What filler rates divide by, and what is not known without words or sound."""

from sayback.analysis.filler_rates import rate_fillers
from sayback.analysis.report import Filler, Rate

UM = Filler("filled_pause", "um", (0,), None, None, 0.9)
LIKE = Filler("marker", "like", (1,), None, None, 0.9)
HEARD = Filler("possible", "um?", (), 1.0, 1.4, 0.6)


def test_rates_per_minute_and_per_hundred_words() -> None:
    found = rate_fillers(
        [UM, LIKE, LIKE, HEARD], words=50, speaking_s=30.0, words_known=True, possible_known=True
    )
    assert found.filled_pauses == Rate(1, 2.0, 2.0)
    assert found.markers == Rate(2, 4.0, 4.0)
    assert found.repetitions == Rate(0, 0.0, 0.0)
    assert found.possible == Rate(1, 2.0, 2.0)
    assert found.items == (UM, LIKE, LIKE, HEARD)


def test_without_sound_there_is_no_rate_per_minute_and_nothing_was_heard() -> None:
    found = rate_fillers([UM], words=10, speaking_s=None, words_known=True, possible_known=False)
    assert found.filled_pauses == Rate(1, None, 10.0)
    assert found.possible == Rate()


def test_without_words_nothing_is_counted() -> None:
    found = rate_fillers([], words=None, speaking_s=9.0, words_known=False, possible_known=False)
    assert found.filled_pauses == found.markers == found.repetitions == found.possible == Rate()


def test_no_words_make_no_rate_per_hundred() -> None:
    found = rate_fillers([], words=0, speaking_s=0.0, words_known=True, possible_known=True)
    assert found.markers == Rate(0, None, None)
