"""The embedded voice speaks, says when, and copes with long paths and threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from sayback.errors import VoiceError
from sayback.voice import espeak


def test_speech_is_audible_mono_and_inside_the_range() -> None:
    speech = espeak.synthesise("Tell me about yourself.")

    assert speech.sample_rate_hz == 22050
    assert speech.samples.dtype == np.float32
    assert speech.samples.ndim == 1
    assert 1.0 < len(speech.samples) / speech.sample_rate_hz < 3.0
    assert 0.1 < np.abs(speech.samples).max() <= 1.0


def test_words_are_announced_in_order_where_they_stand_in_the_text() -> None:
    text = "We moved the team, um, twice."
    speech = espeak.synthesise(text)

    announced = [text[word.offset :].split()[0] for word in speech.words]
    starts = [word.start_s for word in speech.words]
    assert announced == ["We", "moved", "the", "team,", "um,", "twice."]
    assert starts == sorted(starts)
    assert starts[-1] < len(speech.samples) / speech.sample_rate_hz


def test_a_word_after_a_comma_starts_after_silence() -> None:
    text = "First, second."
    speech = espeak.synthesise(text)

    second_s = next(word.start_s for word in speech.words if word.offset == text.index("second"))
    rate = speech.sample_rate_hz
    before = speech.samples[round((second_s - 0.10) * rate) : round((second_s - 0.02) * rate)]
    after = speech.samples[round(second_s * rate) : round((second_s + 0.15) * rate)]
    assert np.abs(before).max() < 0.02
    assert np.abs(after).max() > 0.05


def test_silence_between_clauses_is_named_with_an_underscore() -> None:
    names = [phoneme.name for phoneme in espeak.synthesise("Yes, no.").phonemes]

    assert any(name.startswith("_") for name in names[1:-2])
    assert not any(name.startswith(("'", ",")) for name in names)


def test_a_higher_rate_is_shorter_and_does_not_last() -> None:
    text = "The answer was long and slow."
    usual = espeak.synthesise(text)
    fast = espeak.synthesise(text, rate_wpm=260)

    assert len(fast.samples) < 0.8 * len(usual.samples)
    # espeak-ng carries a few samples of state from one text to the next.
    assert len(espeak.synthesise(text).samples) == pytest.approx(len(usual.samples), rel=0.05)


def test_pitch_moves_the_fundamental_frequency() -> None:
    low, high = (_fundamental_hz(espeak.synthesise("Aaah.", pitch=pitch)) for pitch in (0, 99))

    assert high > 1.2 * low


def test_threads_take_turns() -> None:
    texts = ["One two three.", "A much longer sentence than that one.", "Four."] * 4
    alone = [len(espeak.synthesise(text).samples) for text in texts]

    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda text: len(espeak.synthesise(text).samples), texts))

    assert together == pytest.approx(alone, rel=0.05)


def test_an_unknown_voice_is_named_in_the_error() -> None:
    with pytest.raises(VoiceError, match="no 'zz-nobody'"):
        espeak.synthesise("Hello.", voice="zz-nobody")


def test_a_text_without_words_is_an_error() -> None:
    with pytest.raises(VoiceError, match="spoke nothing"):
        espeak.synthesise("")


def test_a_short_data_path_is_used_as_it_is(tmp_path: Path) -> None:
    assert espeak._short_path(tmp_path, longest=500) == tmp_path


def test_a_long_data_path_gets_a_shorter_name_for_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / ("long" * 30) / "espeak-ng-data"
    data.mkdir(parents=True)
    (data / "phontab").write_text("phonemes")
    short_root = tmp_path / "t"
    short_root.mkdir()
    monkeypatch.setattr(espeak.tempfile, "gettempdir", lambda: str(short_root))
    longest = len(str(data)) - 1

    short = espeak._short_path(data, longest=longest)

    assert len(str(short)) <= longest
    assert (short / "phontab").read_text() == "phonemes"
    assert espeak._short_path(data, longest=longest) == short


def test_data_is_copied_where_links_are_not_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("links need a privilege")

    data = tmp_path / "data"
    data.mkdir()
    (data / "phontab").write_text("phonemes")
    monkeypatch.setattr(Path, "symlink_to", refuse)

    espeak._link_or_copy(data, tmp_path / "short")

    assert (tmp_path / "short" / "phontab").read_text() == "phonemes"


def _fundamental_hz(speech: espeak.Speech) -> float:
    """Lowest of the strong harmonics of a vowel, 60 to 500 Hz."""
    rate = speech.sample_rate_hz
    middle = speech.samples[len(speech.samples) // 4 :][: rate // 5]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
    hz = np.fft.rfftfreq(len(middle), 1 / rate)
    strong = (spectrum > 0.25 * spectrum[(hz >= 60) & (hz <= 500)].max()) & (hz >= 60)
    return float(hz[np.argmax(strong)])
