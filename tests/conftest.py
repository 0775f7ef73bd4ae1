"""Every test gets a home of its own and no network; in CI no end-to-end test may skip."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

E2E_REQUIRED = "SAYBACK_E2E_REQUIRED"

# A developer's own folders, sound server, proxy and colours would change what tests see.
FOREIGN_PREFIXES = ("SAYBACK_", "HF_", "XDG_", "PULSE_", "TEXTUAL")
FOREIGN = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE")
PROXIES = ("http_proxy", "https_proxy", "all_proxy")
NOBODY_LISTENS = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """An empty home folder; Sayback's folders are `config`, `cache` and `data` in it."""
    home = tmp_path_factory.mktemp("home")
    for name in os.environ:
        if name != E2E_REQUIRED and (name.startswith(FOREIGN_PREFIXES) or name in FOREIGN):
            monkeypatch.delenv(name)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("config", "cache", "data"):
        monkeypatch.setenv(f"SAYBACK_{name.upper()}_DIR", str(home / name))
    yield home


class NetworkBlockedError(RuntimeError):
    """A test reached for the network; no OSError, so that no code takes it for being offline."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every address but this machine's own, in this process and its children."""
    for name in PROXIES:
        for spelling in (name, name.upper()):
            monkeypatch.setenv(spelling, NOBODY_LISTENS)
    for spelling in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(spelling, "localhost,127.0.0.1,::1")

    connect, connect_ex, resolve = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_foreign(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_foreign(address)
        return connect_ex(self, address)

    def guarded_resolve(host: Any, *arguments: Any, **options: Any) -> Any:
        _refuse_foreign((host,))
        return resolve(host, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_resolve)


def _refuse_foreign(address: Any) -> None:
    if not isinstance(address, tuple):
        return  # a path: a socket of this machine
    host = address[0].decode() if isinstance(address[0], bytes) else address[0]
    if host in (None, "", "localhost"):
        return
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise NetworkBlockedError(f"Tests have no network, and this one reached for {host}.")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Turn the skip of an end-to-end test into a failure where all of them must run."""
    report: Any = yield
    if item.get_closest_marker("e2e") and not hasattr(report, "wasxfail"):
        _fail_a_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """Do the same for a whole file of end-to-end tests that skips itself."""
    report: Any = yield
    if "e2e" in collector.path.parts:
        _fail_a_skip(report)
    return report


def _fail_a_skip(report: Any) -> None:
    if report.skipped and os.environ.get(E2E_REQUIRED) == "1":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{E2E_REQUIRED}=1, so an end-to-end test must not skip. {reason}"
