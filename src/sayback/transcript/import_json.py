"""Words out of any JSON that people bring: takes, reports, and what recognisers write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sayback.errors import TranscriptError
from sayback.transcript.json_format import from_json, number_or_none, read_word, text_or_none
from sayback.transcript.model import Transcript, Word
from sayback.transcript.plain_text import from_text, share_time


def transcript_from_document(data: Any) -> Transcript:
    """Read the words of a parsed JSON document, whichever known shape it has.

    Raises
    ------
    TranscriptError
        If there are no words in it, or it has a shape that nobody here knows.
    """
    transcript = _read(data)
    return replace(transcript, status="imported", language=_code(transcript.language))


def _read(data: Any) -> Transcript:
    if isinstance(data, list):
        return _from_list(data)
    if not isinstance(data, Mapping):
        raise TranscriptError("The JSON holds no transcript: an object with words is expected.")
    if isinstance(data.get("report"), Mapping):
        return _read(data["report"])
    if isinstance(data.get("transcript"), Mapping):
        return _from_report(data["transcript"])
    if "schema" in data and "recording" in data:
        raise TranscriptError("This take has no words yet: transcribe it first (sayback batch).")
    if isinstance(data.get("segments"), list):
        return _from_segments(data)
    if isinstance(data.get("words"), list):
        return _without_suspects(from_json(data))
    if isinstance(data.get("transcription"), list):
        return _from_whisper_cpp(data)
    if isinstance(data.get("text"), str):
        return _named(data, from_text(data["text"]))
    raise TranscriptError(
        "The JSON holds no words: Sayback reads its own transcripts, reports and takes, "
        "and Whisper's segments with words."
    )


def _from_list(items: list[Any]) -> Transcript:
    if len(items) == 1 and isinstance(items[0], Mapping) and "schema" in items[0]:
        return _read(items[0])
    if any(isinstance(item, Mapping) and "schema" in item for item in items):
        raise TranscriptError(
            f"The JSON holds {len(items)} reports: give a file with the words of one answer."
        )
    if any(isinstance(item, Mapping) and isinstance(item.get("words"), list) for item in items):
        return _from_segments({"segments": items})
    return _without_suspects(from_json({"words": items}))


def _from_report(data: Mapping[str, Any]) -> Transcript:
    if data.get("status") == "pending":
        raise TranscriptError("This report has no words yet: its transcript is pending.")
    return from_json(data)


def _from_segments(data: Mapping[str, Any]) -> Transcript:
    """Whisper's shape: segments, each with words or at least a text and its times."""
    words: list[Word] = []
    top_level = data.get("words")
    segments = data["segments"]
    if isinstance(top_level, list) and top_level and not any(map(_has_words, segments)):
        # The OpenAI API lists the words beside the segments, not inside them.
        return _named(data, tuple(read_word(w, number=i) for i, w in enumerate(top_level)))
    for segment in segments:
        if not isinstance(segment, Mapping):
            raise TranscriptError("A segment of the transcript is no object.")
        if _has_words(segment):
            for i, item in enumerate(segment["words"]):
                words.append(read_word(item, number=len(words), opens_segment=i == 0))
        elif isinstance(segment.get("text"), str):
            start_s, end_s = (number_or_none(segment.get(key)) for key in ("start", "end"))
            words.extend(share_time(segment["text"], start_s, end_s))
    return _without_suspects(_named(data, tuple(words)))


def _from_whisper_cpp(data: Mapping[str, Any]) -> Transcript:
    """whisper.cpp's shape: pieces of text with offsets in milliseconds."""
    words: list[Word] = []
    for piece in data["transcription"]:
        if not isinstance(piece, Mapping) or not isinstance(piece.get("text"), str):
            raise TranscriptError("A piece of the transcription has no text.")
        offsets = piece.get("offsets")
        offsets = offsets if isinstance(offsets, Mapping) else {}
        start, end = (number_or_none(offsets.get(key)) for key in ("from", "to"))
        words.extend(
            share_time(
                piece["text"],
                None if start is None else start / 1000,
                None if end is None else end / 1000,
            )
        )
    result = data.get("result")
    return _named(result if isinstance(result, Mapping) else data, tuple(words))


def _has_words(segment: Any) -> bool:
    return (
        isinstance(segment, Mapping)
        and isinstance(segment.get("words"), list)
        and bool(segment["words"])
    )


def _named(data: Mapping[str, Any], words: tuple[Word, ...]) -> Transcript:
    return Transcript(
        words=words,
        engine=text_or_none(data.get("engine")),
        model=text_or_none(data.get("model")),
        language=text_or_none(data.get("language")),
    )


def _without_suspects(transcript: Transcript) -> Transcript:
    """Only a report knows which words are doubtful; elsewhere the key means something else."""
    return transcript.with_words(tuple(replace(w, suspect=False) for w in transcript.words))


_CODES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it",
    "portuguese": "pt", "dutch": "nl", "polish": "pl", "russian": "ru", "turkish": "tr",
    "chinese": "zh", "japanese": "ja", "korean": "ko", "hindi": "hi", "arabic": "ar",
}  # fmt: skip


def _code(language: str | None) -> str | None:
    """Return the two-letter code that Whisper uses inside for a language's name or locale."""
    if language is None:
        return None
    name = language.strip().lower()
    return _CODES.get(name) or name.replace("_", "-").split("-")[0] or None
