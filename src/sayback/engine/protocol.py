"""How the two processes talk: length-prefixed messages over the worker's stdin and stdout.

A frame is two lengths (4 bytes each, big-endian), a JSON object and raw bytes. Its "type" is one of

==========  =========  ==================================================================
to worker   warm_up    {settings...}: load what an analysis needs while nobody waits
            analyse    {id, job}, samples as bytes
            cancel     {id}
from it     ready      the process is up
            warm       {problem}: what analyses need is loaded, or one sentence why not
            progress   {id, done}: 0 to 1
            report     {id, report}
            failed     {id, error, message}: the name of the exception and its sentence
==========  =========  ==================================================================

The end of stdin ends the worker. `begin` {id, sample_rate_hz} and `feed` {id}, int16 bytes, are
kept free for audio that arrives while somebody speaks.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any, NamedTuple

_LENGTHS = struct.Struct(">II")
_LONGEST_JSON = 1 << 27
"""More than any report: such a length was not written by the other end."""


class Message(NamedTuple):
    """One message."""

    fields: dict[str, Any]
    payload: bytes = b""

    @property
    def type(self) -> str:
        """What it is about."""
        return str(self.fields["type"])


class ProtocolError(Exception):
    """What arrived is no message."""


def write_message(stream: IO[bytes], message: Message) -> None:
    """Write one message and flush."""
    head = json.dumps(message.fields).encode()
    stream.write(_LENGTHS.pack(len(head), len(message.payload)) + head)
    if message.payload:
        stream.write(message.payload)
    stream.flush()


def read_message(stream: IO[bytes]) -> Message | None:
    """Read one message; None at the end of the stream, also where that cuts a message off.

    Raises
    ------
    ProtocolError
        When the bytes are no message.
    """
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_length, payload_length = _LENGTHS.unpack(lengths)
    if not 0 < head_length < _LONGEST_JSON:
        raise ProtocolError(f"no message begins with {lengths!r}")
    head = stream.read(head_length)
    payload = stream.read(payload_length)
    if len(head) < head_length or len(payload) < payload_length:
        return None
    try:
        fields = json.loads(head)
    except ValueError as error:
        raise ProtocolError(f"no message: {head[:40]!r}") from error
    if not isinstance(fields, dict) or "type" not in fields:
        raise ProtocolError(f"no message: {head[:40]!r}")
    return Message(fields, payload)
