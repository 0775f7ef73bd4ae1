"""All tests are run two at a time, a few as they are asked for."""

from _setup.workers import pytest_command


def test_without_arguments_two_at_a_time():
    assert pytest_command([]) == ["-m", "pytest", "-n", "2", "--dist", "loadgroup"]


def test_with_arguments_just_those():
    assert pytest_command(["tests/cli", "-x"]) == ["-m", "pytest", "tests/cli", "-x"]
