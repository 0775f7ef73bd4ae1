"""Written subtitles: cues that a player shows, and the same words when they are read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.errors import TranscriptError
from sayback.transcript import Transcript, Word, to_srt, to_vtt
from sayback.transcript.subtitles import LINE_CHARACTERS, read_cues


def spoken(text: str, *, word_s: float = 0.5) -> Transcript:
    return Transcript(
        tuple(Word(t, i * word_s, (i + 1) * word_s) for i, t in enumerate(text.split()))
    )


def test_srt_is_numbered_and_broken_at_sentences() -> None:
    assert to_srt(spoken("We shipped. It worked.")) == (
        "1\n00:00:00,000 --> 00:00:01,000\nWe shipped.\n\n"
        "2\n00:00:01,000 --> 00:00:02,000\nIt worked.\n"
    )


def test_vtt_escapes_what_would_be_a_tag() -> None:
    text = to_vtt(spoken("a <b> & c"))
    assert text == "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\na &lt;b&gt; &amp; c\n"
    assert [w.text for w in read_cues(text)] == ["a", "<b>", "&", "c"]


def test_a_long_sentence_becomes_several_cues_of_two_lines() -> None:
    text = to_srt(spoken("word " * 60, word_s=0.1))
    bodies = [block.splitlines()[2:] for block in text.strip().split("\n\n")]
    assert len(bodies) == 4  # 8 words a line
    assert all(len(lines) <= 2 for lines in bodies)
    assert all(len(line) <= LINE_CHARACTERS for lines in bodies for line in lines)


def test_words_without_any_times_make_no_subtitles() -> None:
    with pytest.raises(TranscriptError, match="no times"):
        to_srt(Transcript((Word("Hello"),)))


_tokens = st.lists(
    st.text(alphabet="abcäß'’.,?!0123456789<>&-", min_size=1, max_size=12).filter(
        lambda token: "<" not in token and "&" not in token and "-->" not in token
    ),
    min_size=1,
    max_size=60,
)


@given(_tokens, st.floats(0.05, 20))
def test_words_and_order_survive_both_formats(tokens: list[str], word_s: float) -> None:
    transcript = spoken(" ".join(tokens), word_s=word_s)
    for written in (to_srt(transcript), to_vtt(transcript)):
        read = read_cues(written)
        assert [word.text for word in read] == tokens
        starts = [word.start_s for word in read if word.start_s is not None]
        assert len(starts) == len(tokens)
        assert starts == sorted(starts)
