"""What makes sound is tested alone, all else two at a time, a few tests as they are asked for."""

from _setup.workers import pytest_commands


def test_without_arguments_end_to_end_tests_alone_then_the_others():
    assert pytest_commands([]) == [
        ["-m", "pytest", "-m", "e2e"],
        ["-m", "pytest", "-m", "not e2e", "-n", "2"],
    ]


def test_with_arguments_just_those():
    assert pytest_commands(["tests/cli", "-x"]) == [["-m", "pytest", "tests/cli", "-x"]]
