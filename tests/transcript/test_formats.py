"""Every format that people bring words in: what is kept, what is shared out, what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayback.errors import TranscriptError
from sayback.transcript import Transcript, Word, as_document, as_json, load_transcript, to_srt

WORDS = (
    Word("So,", 0.5, 0.7, 0.9),
    Word("um,", 0.8, 1.0, 0.8),
    Word("we", 1.0, 1.1, 0.99, opens_segment=True),
    Word("shipped.", 1.1, 1.6, 0.95),
)
TRANSCRIPT = Transcript(WORDS, engine="faster-whisper 1.2.1", model="base.en", language="en")
WHISPER: dict[str, Any] = {
    "text": " So, we shipped.",
    "language": "en",
    "segments": [
        {
            "start": 0.0,
            "end": 1.0,
            "words": [{"word": " So,", "start": 0.0, "end": 1.0, "probability": 0.5}],
        },
        {
            "start": 1.0,
            "end": 2.0,
            "words": [
                {"text": "we", "start": 1.0, "end": 1.2, "confidence": 0.6},
                {"text": "shipped.", "start": 1.2, "end": 2.0, "confidence": 0.7},
            ],
        },
    ],
}


def load(folder: Path, content: str | bytes, name: str = "words.txt") -> Transcript:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load_transcript(path)


def texts(transcript: Transcript) -> list[str]:
    return [word.text for word in transcript.words]


def test_our_own_document_comes_back_as_it_was_but_for_its_status(tmp_path: Path) -> None:
    read = load(tmp_path, json.dumps(as_document(TRANSCRIPT)), "a.json")
    assert read == Transcript(WORDS, "imported", "faster-whisper 1.2.1", "base.en", "en")


def test_only_words_with_text_are_required(tmp_path: Path) -> None:
    document = {"schema": "sayback.transcript/1", "words": [{"text": "Hello", "odd": 1}], "x": {}}
    read = load(tmp_path, json.dumps(document), "a.json")
    assert read == Transcript((Word("Hello"),), "imported")


@pytest.mark.parametrize("wrap", [lambda r: r, lambda r: [r], lambda r: {"report": r}])
def test_reports_and_takes_give_their_words_and_doubts(tmp_path: Path, wrap: Any) -> None:
    doubtful = TRANSCRIPT.with_words((*WORDS, Word("Thanks.", 9.0, 9.5, 0.2, suspect=True)))
    report = {"schema": "sayback.report/1", "transcript": as_json(doubtful)}
    read = load(tmp_path, json.dumps(wrap(report)), "a.json")
    assert read.words == doubtful.words
    assert read.status == "imported"


def test_whisper_segments_keep_words_times_and_segment_starts(tmp_path: Path) -> None:
    assert load(tmp_path, json.dumps(WHISPER), "a.json").words == (
        Word("So,", 0.0, 1.0, 0.5, opens_segment=True),
        Word("we", 1.0, 1.2, 0.6, opens_segment=True),
        Word("shipped.", 1.2, 2.0, 0.7),
    )


def test_segments_without_words_share_their_time_by_characters(tmp_path: Path) -> None:
    document = {"segments": [{"text": " We won it", "start": 1.0, "end": 2.4}]}
    read = load(tmp_path, json.dumps(document))
    assert texts(read) == ["We", "won", "it"]
    assert [w.start_s for w in read.words] == pytest.approx([1.0, 1.4, 2.0])
    assert read.words[-1].end_s == pytest.approx(2.4)


def test_words_beside_the_segments_are_taken_and_a_language_name_becomes_its_code(
    tmp_path: Path,
) -> None:
    document = {
        "language": "french",
        "segments": [{"text": "Bonjour à tous"}],
        "words": [{"word": "Bonjour", "start": 0.0, "end": 0.5}],
    }
    read = load(tmp_path, json.dumps(document))
    assert texts(read) == ["Bonjour"]
    assert read.language == "fr"


def test_whisper_cpp_offsets_are_milliseconds(tmp_path: Path) -> None:
    document = {
        "result": {"language": "en"},
        "transcription": [{"offsets": {"from": 500, "to": 1500}, "text": " Hello you"}],
    }
    read = load(tmp_path, json.dumps(document))
    assert (read.words[0].start_s, read.words[1].end_s) == (0.5, 1.5)


def test_times_that_are_no_times_are_not_known(tmp_path: Path) -> None:
    document = {
        "words": [
            {"word": "a", "start": "1", "end": float("nan")},
            {"word": "b", "start": -1.0, "end": 2},
            {"word": "c", "start": 3.0, "end": 2.0},
        ]
    }
    words = load(tmp_path, json.dumps(document)).words
    assert [(w.start_s, w.end_s) for w in words] == [(None, None), (None, 2.0), (3.0, 3.0)]


def test_srt_words_share_their_cue(tmp_path: Path) -> None:
    srt = (
        "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>We</i> ran\r\n{\\an8}it all.\r\n\r\n"
        "2\r\n01:00:00,500 --> 01:00:01,000\r\nDone &amp; dusted\r\n"
    )
    words = load(tmp_path, srt).words
    assert [w.text for w in words] == ["We", "ran", "it", "all.", "Done", "&", "dusted"]
    assert [w.opens_segment for w in words] == [True, *[False] * 3, True, False, False]
    assert words[0].start_s == 1.0
    assert words[1].start_s == pytest.approx(1 + 2 / 11)
    assert words[3].end_s == 2.0
    assert words[4].start_s == 3600.5


def test_srt_with_numbers_spoken_as_a_line_keeps_them(tmp_path: Path) -> None:
    read = load(tmp_path, "1\n00:00:01,000 --> 00:00:02,000\n2019\n")
    assert texts(read) == ["2019"]


def test_vtt_leaves_out_comments_styles_names_and_tags(tmp_path: Path) -> None:
    vtt = (
        "WEBVTT - title\n\nNOTE not a word\n\nSTYLE\n::cue { color: red }\n\n"
        "intro\n00:01.000 --> 00:02.000 align:start\n<v Candidate>Hello <b>there</b>\n"
    )
    read = load(tmp_path, vtt)
    assert texts(read) == ["Hello", "there"]
    assert (read.words[0].start_s, read.words[1].end_s) == (1.0, 2.0)


def test_vtt_with_times_inside_a_cue_uses_them(tmp_path: Path) -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:05.000\nSo<00:00:02.000><c> we</c><00:00:04.500><c> ran</c>\n"
    words = load(tmp_path, vtt).words
    assert [(w.text, w.start_s, w.end_s) for w in words] == [
        ("So", 1.0, 2.0),
        ("we", 2.0, 4.5),
        ("ran", 4.5, 5.0),
    ]
    assert [w.opens_segment for w in words] == [True, False, False]


def test_plain_text_is_split_at_white_space_and_has_no_times(tmp_path: Path) -> None:
    read = load(tmp_path, "[sigh] So I --  went\nhome. \u00e9t\u00e9")
    assert texts(read) == ["[sigh]", "So", "I", "--", "went", "home.", "été"]
    assert not any(word.has_times for word in read.words)
    assert read.language is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    assert texts(load(tmp_path, "Café won’t".encode(encoding))) == ["Café", "won’t"]


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        ("", "a.txt", "no words"),
        ("WEBVTT\n", "a.vtt", "no words"),
        ("words without any cue", "a.srt", "no words"),
        ("1\n00:00:xx,000 --> 00:00:02,000\nWe ran\n", "a.srt", "Line 2 is no timing"),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\nWe\n\n00:01 -->\nran\n", "a.vtt", "Line 6"),
        ("{oops", "a.json", "no valid JSON"),
        ("{}", "a.json", "no words"),
        ("3", "a.json", "no transcript"),
        ('{"words": [1]}', "a.json", "Word 0"),
        ('{"words": [{"start": 1}]}', "a.json", 'no "text"'),
        ('{"transcript": {"status": "pending", "words": []}}', "a.json", "no words yet"),
        ('{"schema": "sayback.take/1", "recording": {}, "report": null}', "a.json", "no words"),
        ('[{"schema": "sayback.report/1"}, {"schema": "sayback.report/1"}]', "a.json", "2 reports"),
        (b"RIFF\x00\x00\x00\x00WAVE", "a.wav", "no text"),
    ],
)
def test_what_holds_no_words_is_refused_by_name(
    tmp_path: Path, content: str | bytes, name: str, message: str
) -> None:
    with pytest.raises(TranscriptError, match=message) as caught:
        load(tmp_path, content, name)
    assert str(tmp_path / name) in str(caught.value)


def test_a_missing_file_or_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="no such file"):
        load_transcript(tmp_path / "none.srt")
    with pytest.raises(TranscriptError, match="folder"):
        load_transcript(tmp_path)


def test_a_silent_answer_may_have_no_words_in_json(tmp_path: Path) -> None:
    assert load(tmp_path, '{"words": []}', "a.json").words == ()


def test_what_srt_wrote_is_read_again(tmp_path: Path) -> None:
    assert texts(load(tmp_path, to_srt(TRANSCRIPT))) == texts(TRANSCRIPT)
