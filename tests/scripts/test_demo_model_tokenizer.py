"""The demo model's tokenizer: what faster-whisper asks of one, and no word broken by its rules."""

from __future__ import annotations

import random

import pytest
from faster_whisper.tokenizer import Tokenizer as WhisperTokenizer
from tokenizers import Tokenizer

from demo_model import grammar, tokenizer


@pytest.fixture(scope="module")
def made() -> Tokenizer:
    rng = random.Random(3)
    return tokenizer.train(grammar.written(grammar.training_sentence(rng)) for _ in range(8_000))


@pytest.fixture(scope="module")
def whisper(made: Tokenizer) -> WhisperTokenizer:
    return WhisperTokenizer(made, multilingual=False)


def test_special_tokens_stand_where_the_network_expects_them(whisper: WhisperTokenizer) -> None:
    assert whisper.eot == tokenizer.END
    assert whisper.sot == tokenizer.START
    assert whisper.no_speech == tokenizer.NO_SPEECH
    assert whisper.no_timestamps == tokenizer.NO_TIMESTAMPS
    assert whisper.timestamp_begin == tokenizer.FIRST_TIMESTAMP
    assert whisper.sot_sequence == [tokenizer.START]


def test_timestamps_count_in_steps_of_20_ms(made: Tokenizer) -> None:
    assert made.id_to_token(tokenizer.timestamp(0.0)) == "<|0.00|>"
    assert made.id_to_token(tokenizer.timestamp(1.234)) == "<|1.24|>"
    assert made.id_to_token(tokenizer.timestamp(30.0)) == "<|30.00|>"
    assert made.get_vocab_size() == tokenizer.SIZE


@pytest.mark.parametrize(
    "text", [" Um, I'm 42 percent sure.", " We we cut 12,000 errors, right?", " Naïve café."]
)
def test_text_survives_the_round_trip(whisper: WhisperTokenizer, text: str) -> None:
    assert whisper.decode(whisper.encode(text)) == text


def test_no_token_of_ordinary_text_is_suppressed(whisper: WhisperTokenizer) -> None:
    rng = random.Random(4)
    suppressed = set(whisper.non_speech_tokens)
    for _ in range(300):
        text = " " + grammar.written(grammar.training_sentence(rng))
        assert not suppressed & set(whisper.encode(text)), text


def test_a_words_tokens_spell_it_with_the_space_before(made: Tokenizer) -> None:
    parts = tokenizer.word_tokens(made, "medication,")

    assert made.decode([token for token, _ in parts]) == " medication,"
    assert sum(count for _, count in parts) == len(" medication,")
