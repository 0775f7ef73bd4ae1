"""Fetch one file over HTTP, from where an earlier attempt stopped.

The hub's own library begins each file anew when a download is started again, which with hundreds
of megabytes on a slow line means never.
"""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

_BLOCK_BYTES = 1 << 18
_TIMEOUT_S = 30.0


class TransferError(Exception):
    """The transfer broke off.

    Parameters
    ----------
    may_pass
        Whether it is worth trying again.
    """

    def __init__(self, reason: str, *, may_pass: bool = True) -> None:
        super().__init__(reason)
        self.may_pass = may_pass


def fetch(url: str, path: Path, *, size: int) -> Iterator[int]:
    """Append to a file what is still missing of it.

    Parameters
    ----------
    url
        Where it comes from.
    path
        Where it goes; what is there already is its beginning.
    size
        Bytes of the whole file; 0 where unknown.

    Yields
    ------
    int
        Bytes that are there now.

    Raises
    ------
    TransferError
        When it broke off; what came is kept.
    OSError
        When the file can't be written.
    """
    have = path.stat().st_size if path.exists() else 0
    if size and have > size:
        have = 0
        path.unlink()
    if size and have == size:
        yield have
        return
    request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})
    with _open(request) as response:
        if have and response.status != http.HTTPStatus.PARTIAL_CONTENT:
            # The server sends the whole file, whatever was asked for.
            have = 0
        with path.open("ab" if have else "wb") as target:
            while block := _read(response):
                target.write(block)
                have += len(block)
                yield have
    if size and have < size:
        raise TransferError("the connection was closed")


def _open(request: urllib.request.Request) -> http.client.HTTPResponse:
    try:
        response: http.client.HTTPResponse = urllib.request.urlopen(
            request, timeout=_TIMEOUT_S, context=_certificates()
        )
    except urllib.error.HTTPError as error:
        with error:
            passing = error.code >= 500 or error.code in (408, 429)
            raise TransferError(f"the server answers {error.code}", may_pass=passing) from error
    except (OSError, http.client.HTTPException) as error:
        raise TransferError(str(getattr(error, "reason", error))) from error
    return response


def _read(response: http.client.HTTPResponse) -> bytes:
    try:
        return response.read(_BLOCK_BYTES)
    except (OSError, http.client.HTTPException) as error:
        raise TransferError(str(error) or type(error).__name__) from error


def _certificates() -> ssl.SSLContext:
    """Trust what certifi lists where it is installed; Python on macOS often has no list."""
    try:
        import certifi
    except ImportError:
        return ssl.create_default_context()
    return ssl.create_default_context(cafile=certifi.where())
