"""Sayback installs where its libraries have wheels, and says in a sentence where they have none."""

from dataclasses import replace

import pytest

from _setup.machine import Machine, limitation, refusal, this_machine

LINUX = Machine("linux", "x86_64", (3, 11), glibc=(2, 36))
MAC = Machine("darwin", "arm64", (3, 13), macos=15)
WINDOWS = Machine("win32", "amd64", (3, 12))


@pytest.mark.parametrize(
    "machine",
    [
        LINUX,
        replace(LINUX, processor="aarch64"),
        replace(LINUX, python=(3, 14), glibc=(2, 28)),
        MAC,
        replace(MAC, macos=10),  # what a Python built long ago calls any newer macOS
        WINDOWS,
    ],
)
def test_installs(machine: Machine) -> None:
    assert refusal(machine) is None


@pytest.mark.parametrize(
    ("machine", "reason"),
    [
        (replace(MAC, processor="x86_64"), "Intel Mac"),
        (replace(MAC, macos=13), "need macOS 14"),
        (replace(WINDOWS, processor="arm64"), "Windows on ARM"),
        (replace(WINDOWS, processor="x86"), "win32 on x86"),
        (replace(LINUX, processor="riscv64"), "linux on riscv64"),
        (replace(LINUX, processor="32-bit x86_64"), "32-bit"),
        (replace(LINUX, glibc=None), "without glibc"),
        (replace(LINUX, glibc=(2, 17)), "need glibc 2.28 or newer, and this system has 2.17"),
        (replace(LINUX, python=(3, 15)), "no build for Python 3.15"),
        (replace(LINUX, implementation="pypy"), "needs CPython, and this is pypy"),
        (replace(LINUX, system="freebsd14"), "freebsd14"),
    ],
)
def test_refuses(machine: Machine, reason: str) -> None:
    assert reason in (refusal(machine) or "")


def test_linux_on_arm_does_without_praat() -> None:
    assert "Praat" in (limitation(replace(LINUX, processor="aarch64")) or "")
    assert limitation(LINUX) is None
    assert limitation(replace(MAC, processor="arm64")) is None


def test_the_machine_that_runs_the_tests_is_one_that_sayback_runs_on() -> None:
    assert refusal(this_machine()) is None
