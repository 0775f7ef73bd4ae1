import os

import pytest

from sayback.whisper import cores


def test_two_threads_of_one_core_count_once(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 1, 2, 3}, raising=False)
    for number, siblings in enumerate(("0,2", "1,3", "0,2", "1,3")):
        folder = tmp_path / f"cpu{number}" / "topology"
        folder.mkdir(parents=True)
        (folder / "thread_siblings_list").write_text(siblings + "\n")
    assert cores.physical_cores(tmp_path) == 2


def test_a_system_that_tells_nothing_counts_each_processor(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 5}, raising=False)
    assert cores.physical_cores(tmp_path) == 2


@pytest.mark.parametrize(("physical", "threads"), [(1, 1), (3, 3), (16, 4)])
def test_no_more_than_four_threads(monkeypatch, physical, threads):
    monkeypatch.setattr(cores, "physical_cores", lambda: physical)
    assert cores.default_threads() == threads
