import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.engine.protocol import Message, ProtocolError, read_message, write_message


def written(*messages):
    stream = io.BytesIO()
    for message in messages:
        write_message(stream, message)
    return stream.getvalue()


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()), st.binary())
def test_messages_come_back_in_order(fields, payload):
    first = Message({"type": "analyse", "fields": fields}, payload)
    second = Message({"type": "cancel", "id": 1})
    stream = io.BytesIO(written(first, second))
    assert read_message(stream) == first
    assert read_message(stream) == second
    assert read_message(stream) is None


@given(st.integers(min_value=0))
def test_a_message_that_is_cut_off_is_the_end(cut):
    whole = written(Message({"type": "report"}, b"12345"))
    assert read_message(io.BytesIO(whole[: cut % len(whole)])) is None


@pytest.mark.parametrize(
    "rubbish",
    [
        b"Traceback (most recent call last)",
        struct.pack(">II", 4, 0) + b"nope",
        struct.pack(">II", 2, 0) + b"{}",
        struct.pack(">II", 0, 8) + b"12345678",
    ],
)
def test_what_is_no_message_is_refused(rubbish):
    with pytest.raises(ProtocolError):
        read_message(io.BytesIO(rubbish))
