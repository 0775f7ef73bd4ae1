"""Full searches for garbage wait until the user rests."""

import gc

import pytest

from sayback.tui.garbage import GarbageKeeper


@pytest.fixture
def now():
    """Seconds, to be moved by the test."""
    return [0.0]


@pytest.fixture
def keeper(now, monkeypatch) -> GarbageKeeper:
    monkeypatch.setattr(gc, "collect", lambda: 0)
    return GarbageKeeper(lambda: now[0])


def test_nothing_is_searched_for_while_keys_are_pressed(keeper, now):
    now[0] = 100.0
    keeper.key_pressed()
    now[0] = 102.0

    assert not keeper.search_if_idle()


def test_once_a_minute_is_enough(keeper, now):
    now[0] = 100.0
    assert keeper.search_if_idle()
    now[0] = 130.0
    assert not keeper.search_if_idle()
    now[0] = 161.0
    assert keeper.search_if_idle()


def test_python_no_longer_searches_by_itself_but_for_the_young(keeper):
    before = gc.get_threshold()
    try:
        keeper.begin()
        young, middle, old = gc.get_threshold()

        assert (young, middle) == before[:2]
        assert old > 1_000_000
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
