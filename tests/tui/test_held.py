"""Held: whatever is opened is closed, however late it comes and whenever its owner goes."""

from __future__ import annotations

import threading
import time

from sayback.tui.held import Held, close_in_background


class Thing:
    """Something that was opened."""

    def __init__(self) -> None:
        self.closed = threading.Event()

    def close(self) -> None:
        assert not self.closed.is_set(), "closed twice"
        self.closed.set()


def test_what_is_put_is_held_and_stays_open():
    held, thing = Held(), Thing()

    assert held.put(held.ticket(), thing)

    assert held.thing is thing
    held.empty()
    assert not thing.closed.is_set()


def test_a_new_ticket_drops_what_is_held_and_empty_closes_it():
    held, thing = Held(), Thing()
    held.put(held.ticket(), thing)

    held.ticket()

    assert held.thing is None
    assert not thing.closed.is_set()
    held.empty()
    assert thing.closed.is_set()


def test_what_comes_with_an_old_ticket_is_closed_at_once():
    held, slow, quick = Held(), Thing(), Thing()
    early, late = held.ticket(), held.ticket()
    held.put(late, quick)

    assert not held.put(early, slow)

    assert slow.closed.is_set()
    assert held.thing is quick


def test_what_comes_after_the_end_is_closed_at_once():
    held, thing = Held(), Thing()
    ticket = held.ticket()
    held.end()

    assert not held.put(ticket, thing)

    assert thing.closed.is_set()
    assert held.thing is None


def test_the_end_closes_what_is_held_and_waits_for_nothing():
    held = Held()
    closing = threading.Event()

    class Slow(Thing):
        def close(self) -> None:
            closing.wait(5)
            super().close()

    thing = Slow()
    held.put(held.ticket(), thing)

    held.end()

    assert not thing.closed.is_set()
    closing.set()
    assert thing.closed.wait(5)


def test_the_same_thing_may_be_put_again():
    held, thing = Held(), Thing()
    ticket = held.ticket()
    held.put(ticket, thing)

    assert held.put(ticket, thing)

    held.empty()
    assert not thing.closed.is_set()


def test_another_thing_in_its_place_closes_the_one_before():
    held, first, second = Held(), Thing(), Thing()
    ticket = held.ticket()
    held.put(ticket, first)

    held.put(ticket, second)

    assert first.closed.is_set()
    assert held.thing is second


def test_all_is_closed_whatever_order_threads_come_in():
    for _ in range(50):
        held, things = Held(), [Thing() for _ in range(8)]

        def use(thing, held=held):
            ticket = held.ticket()
            held.empty()
            held.put(ticket, thing)

        threads = [threading.Thread(target=use, args=(thing,)) for thing in things]
        for thread in threads:
            thread.start()
        held.end()
        for thread in threads:
            thread.join()
        deadline = time.monotonic() + 5
        while not all(thing.closed.is_set() for thing in things):
            assert time.monotonic() < deadline
            time.sleep(0.001)


def test_nobody_waits_for_what_is_closed_in_the_background():
    go = threading.Event()

    class Slow(Thing):
        def close(self) -> None:
            go.wait(5)
            super().close()

    thing = Slow()
    close_in_background(thing)

    assert not thing.closed.is_set()
    go.set()
    assert thing.closed.wait(5)


def test_emptying_waits_for_what_another_thread_is_closing():
    closing, go = threading.Event(), threading.Event()

    class Slow(Thing):
        def close(self) -> None:
            closing.set()
            go.wait(5)
            super().close()

    held, thing = Held(), Slow()
    held.put(held.ticket(), thing)
    held.end()
    assert closing.wait(5)

    waiting = threading.Thread(target=held.empty)
    waiting.start()
    waiting.join(0.05)

    assert waiting.is_alive()
    go.set()
    waiting.join(5)
    assert thing.closed.is_set()


def test_what_can_not_be_closed_keeps_nothing_else_open(caplog):
    class Broken:
        def close(self) -> None:
            raise OSError("gone")

    held, thing = Held(), Thing()
    held.put(held.ticket(), Broken())
    held.put(held.ticket(), thing)
    held.ticket()

    held.empty()

    assert thing.closed.is_set()
    assert "Broken can't be closed" in caplog.text


def test_what_comes_in_time_begins_and_what_comes_late_never_does():
    held, begun = Held(), []
    early, late = held.ticket(), held.ticket()

    held.put(early, Thing(), lambda: begun.append("early"))
    held.put(late, Thing(), lambda: begun.append("late"))

    assert begun == ["late"]
