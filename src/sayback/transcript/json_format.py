"""Sayback's own JSON: the report's `transcript` object and the file `sayback.transcript/1`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, get_args

from sayback.errors import TranscriptError
from sayback.transcript.model import Status, Transcript, Word

SCHEMA = "sayback.transcript/1"
STATUSES: tuple[Status, ...] = get_args(Status)


def as_json(transcript: Transcript) -> dict[str, Any]:
    """Return the `transcript` object of `sayback.report/1`.

    `segment_starts`, the words that open a recogniser's segment, is an addition to the contract:
    without it the sentences of a stored transcript would move when it is read back.
    """
    return {
        "status": transcript.status,
        "engine": transcript.engine,
        "model": transcript.model,
        "language": transcript.language,
        "text": transcript.text,
        "words": [{**_word(word), "suspect": word.suspect} for word in transcript.words],
        "segment_starts": _segment_starts(transcript),
    }


def as_document(transcript: Transcript) -> dict[str, Any]:
    """Return a whole `sayback.transcript/1` document, for words on their own."""
    return {
        "schema": SCHEMA,
        "engine": transcript.engine,
        "model": transcript.model,
        "language": transcript.language,
        "text": transcript.text,
        "words": [_word(word) for word in transcript.words],
        "segment_starts": _segment_starts(transcript),
    }


def from_json(data: Mapping[str, Any]) -> Transcript:
    """Read what `as_json` or `as_document` wrote; only `words` with `text` is required.

    Raises
    ------
    TranscriptError
        If there is no list of words, or one of them has no text.
    """
    items = data.get("words")
    if not isinstance(items, list):
        raise TranscriptError('The transcript has no list "words": each needs a "text".')
    starts = data.get("segment_starts")
    opening = {i for i in starts if isinstance(i, int)} if isinstance(starts, list) else set()
    status = data.get("status", "done")
    return Transcript(
        words=tuple(
            read_word(item, number=i, opens_segment=i in opening) for i, item in enumerate(items)
        ),
        status=status if status in STATUSES else "done",
        engine=text_or_none(data.get("engine")),
        model=text_or_none(data.get("model")),
        language=text_or_none(data.get("language")),
    )


def read_word(item: Any, *, number: int, opens_segment: bool = False) -> Word:
    """Read one word object, under the key names that recognisers use.

    Text under `text`, `word` or `punctuated_word`; probability under `probability`,
    `confidence` or `score`; times under `start` and `end`, in seconds.

    Raises
    ------
    TranscriptError
        If the object holds no text.
    """
    if not isinstance(item, Mapping):
        raise TranscriptError(f"Word {number} of the transcript is no object with a text.")
    text = _first(item, "punctuated_word", "text", "word")
    if not isinstance(text, str):
        raise TranscriptError(f'Word {number} of the transcript has no "text".')
    start_s = number_or_none(item.get("start"))
    end_s = number_or_none(item.get("end"))
    if start_s is not None and end_s is not None and end_s < start_s:
        end_s = start_s
    probability = number_or_none(_first(item, "probability", "confidence", "score"))
    return Word(
        text=text.strip(),
        start_s=start_s,
        end_s=end_s,
        probability=None if probability is None else min(probability, 1.0),
        suspect=item.get("suspect") is True,
        opens_segment=opens_segment,
    )


def number_or_none(value: Any) -> float | None:
    """Return a finite number that is not negative as a float, and None for all else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) and value >= 0 else None


def text_or_none(value: Any) -> str | None:
    """Return a text that is not empty, and None for all else."""
    return value if isinstance(value, str) and value else None


def _first(item: Mapping[str, Any], *keys: str) -> Any:
    return next((item[key] for key in keys if item.get(key) is not None), None)


def _word(word: Word) -> dict[str, Any]:
    return {
        "text": word.text,
        "start": word.start_s,
        "end": word.end_s,
        "probability": word.probability,
    }


def _segment_starts(transcript: Transcript) -> list[int]:
    return [i for i, word in enumerate(transcript.words) if word.opens_segment]
