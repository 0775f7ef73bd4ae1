"""Listeners: in order, on their own thread, harmless."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from sayback.audio.listeners import Listeners


@pytest.fixture
def listeners():
    listeners = Listeners()
    listeners.start()
    yield listeners
    listeners.stop()


def block(number):
    return np.array([number], np.int16)


def test_every_listener_hears_every_block_in_order(listeners):
    first, second = [], []
    listeners.add(lambda block: first.append(int(block[0])))
    listeners.add(lambda block: second.append(int(block[0])))
    for number in range(100):
        listeners.put(block(number))
    assert listeners.drain(5)
    assert first == second == list(range(100))


def test_a_listener_that_left_hears_no_more(listeners):
    heard = []
    listeners.add(heard.append)
    listeners.put(block(1))
    assert listeners.drain(5)
    listeners.remove(heard.append)
    listeners.put(block(2))
    assert listeners.drain(5)
    assert len(heard) == 1


def test_one_that_hangs_delays_nobody_who_puts(listeners):
    go_on = threading.Event()
    listeners.add(lambda _: go_on.wait(10))
    for number in range(1000):
        listeners.put(block(number))
    assert not listeners.drain(0.05)
    go_on.set()
    assert listeners.drain(5)


def test_one_that_fails_is_left_out_and_logged(listeners, caplog):
    calls = []

    def broken(_):
        calls.append(1)
        raise RuntimeError("no")

    listeners.add(broken)
    listeners.put(block(1))
    listeners.put(block(2))
    assert listeners.drain(5)
    assert calls == [1]
    assert "is left out" in caplog.text
