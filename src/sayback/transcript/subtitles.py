"""SRT and WebVTT: cues with times, read into words and written from them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayback.errors import TranscriptError
from sayback.transcript.model import Transcript, Word
from sayback.transcript.plain_text import share_time

_TIME = r"(?:(\d+):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}")
_INNER_TIME = re.compile(rf"<{_TIME}>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|\{\\[^{}]*\}")

LINE_CHARACTERS = 42
MAX_LINES = 2
"""What subtitle guidelines allow on the screen at once."""
MAX_CUE_S = 6.0


def has_cues(text: str) -> bool:
    """Whether any line is a cue's timing."""
    return any(_TIMING.match(line) for line in text.splitlines())


def read_cues(text: str) -> tuple[Word, ...]:
    """Read the words of SRT or WebVTT; the words of a cue share its time by characters.

    Comments, styles, cue numbers and names, and tags are left out. Times inside a WebVTT cue
    (`<00:00:01.500>`) split it.

    Raises
    ------
    TranscriptError
        If a timing is damaged: its words would be lost without a word.
    """
    words: list[Word] = []
    for start_s, end_s, body in _cues(text):
        opens = True
        for piece_start_s, piece_end_s, piece in _pieces(body, start_s, end_s):
            plain = html.unescape(_TAG.sub("", piece))
            shared = share_time(plain, piece_start_s, piece_end_s, opens_segment=opens)
            words.extend(shared)
            opens = opens and not shared
    return tuple(words)


def to_srt(transcript: Transcript) -> str:
    """Return SubRip subtitles.

    Raises
    ------
    TranscriptError
        If no word has times.
    """
    return "\n".join(
        f"{number}\n{_stamp(cue.start_s, ',')} --> {_stamp(cue.end_s, ',')}\n{cue.lines}\n"
        for number, cue in enumerate(_written_cues(transcript), start=1)
    )


def to_vtt(transcript: Transcript) -> str:
    """Return WebVTT subtitles.

    Raises
    ------
    TranscriptError
        If no word has times.
    """
    cues = "\n".join(
        f"{_stamp(cue.start_s, '.')} --> {_stamp(cue.end_s, '.')}\n"
        f"{html.escape(cue.lines, quote=False)}\n"
        for cue in _written_cues(transcript)
    )
    return f"WEBVTT\n\n{cues}"


def _cues(text: str) -> Iterator[tuple[float, float, str]]:
    lines = text.splitlines()
    timings = [(i, match) for i, line in enumerate(lines) if (match := _TIMING.match(line))]
    damaged = [i for i, line in enumerate(lines) if "-->" in line and not _TIMING.match(line)]
    if damaged:
        raise TranscriptError(f"Line {damaged[0] + 1} is no timing of a cue; mend that line.")
    for i, match in timings:
        body: list[str] = []
        for line in lines[i + 1 :]:
            if not line.strip() or _TIMING.match(line):
                break
            body.append(line)
        groups = match.groups()
        yield _seconds(groups[:4]), _seconds(groups[4:]), "\n".join(body)


def _pieces(body: str, start_s: float, end_s: float) -> Iterator[tuple[float, float, str]]:
    """Split a cue at the times inside it; times that go backwards are ignored."""
    cuts = [
        (match, at_s)
        for match in _INNER_TIME.finditer(body)
        if start_s <= (at_s := _seconds(match.groups())) <= end_s
    ]
    edges_s = [start_s, *sorted(at_s for _, at_s in cuts), end_s]
    begins = [0, *(match.end() for match, _ in cuts)]
    ends = [*(match.start() for match, _ in cuts), len(body)]
    for k, (begin, end) in enumerate(zip(begins, ends, strict=True)):
        yield edges_s[k], edges_s[k + 1], _INNER_TIME.sub("", body[begin:end])


def _seconds(groups: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = groups
    milliseconds = int((fraction or "0").ljust(3, "0"))
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + milliseconds / 1000


def _stamp(time_s: float, mark: str) -> str:
    milliseconds = round(time_s * 1000)
    minutes, milliseconds = divmod(milliseconds, 60_000)
    return (
        f"{minutes // 60:02d}:{minutes % 60:02d}:"
        f"{milliseconds // 1000:02d}{mark}{milliseconds % 1000:03d}"
    )


@dataclass(frozen=True, slots=True)
class _Cue:
    start_s: float
    end_s: float
    lines: str


def _written_cues(transcript: Transcript) -> list[_Cue]:
    if transcript.words and not any(word.has_times for word in transcript.words):
        raise TranscriptError("These words have no times, so no subtitles: export txt or json.")
    cues: list[_Cue] = []
    for group in _grouped(transcript.words):
        times = [(w.start_s, w.end_s) for w in group]
        starts = [start for start, _ in times if start is not None]
        ends = [end for _, end in times if end is not None]
        before_s = cues[-1].end_s if cues else 0.0
        start_s = min(starts, default=before_s)
        lines = _wrapped([w.text for w in group])
        cues.append(_Cue(start_s, max(ends, default=start_s), lines))
    return cues


def _grouped(words: tuple[Word, ...]) -> Iterator[list[Word]]:
    """Group words into cues: at sentences' and segments' ends, and where a cue would be long."""
    group: list[Word] = []
    for word in words:
        if group and (word.opens_segment or _is_full(group, word)):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _is_full(group: list[Word], word: Word) -> bool:
    first_s, end_s = group[0].start_s, word.end_s
    too_long = first_s is not None and end_s is not None and end_s - first_s > MAX_CUE_S
    lines = _wrapped([*(w.text for w in group), word.text]).count("\n") + 1
    return group[-1].text.endswith((".", "?", "!")) or too_long or lines > MAX_LINES


def _wrapped(tokens: list[str]) -> str:
    lines: list[str] = []
    for token in tokens:
        if lines and len(lines[-1]) + 1 + len(token) <= LINE_CHARACTERS:
            lines[-1] += f" {token}"
        else:
            lines.append(token)
    return "\n".join(lines)
