"""A small byte-level tokenizer with Whisper's special tokens, as faster-whisper expects them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tokenizers
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

TEXT_TOKENS = 1024
TIMESTAMPS = 1501
SPECIAL = (
    "<|endoftext|>", "<|startoftranscript|>", "<|en|>", "<|translate|>", "<|transcribe|>",
    "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>",
)  # fmt: skip
END, START = TEXT_TOKENS, TEXT_TOKENS + 1
NO_SPEECH, NO_TIMESTAMPS = TEXT_TOKENS + 7, TEXT_TOKENS + 8
FIRST_TIMESTAMP = TEXT_TOKENS + len(SPECIAL)
SIZE = FIRST_TIMESTAMP + TIMESTAMPS

# faster-whisper suppresses the first token of these, with a space before them. Unless that token is
# their own, it is the lone space, and then real words break apart.
_SUPPRESSED_SIGNS = "♩♪♫♬♭♮♯"


def train(sentences: Iterable[str]) -> Tokenizer:
    """Make the tokenizer from written sentences."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    signs = [f" {sign}" for sign in (*_SUPPRESSED_SIGNS, "-", "'")] * 5000
    trainer = trainers.BpeTrainer(
        vocab_size=TEXT_TOKENS,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    made.train_from_iterator([*(" " + sentence for sentence in sentences), *signs], trainer)
    if made.get_vocab_size() != TEXT_TOKENS:
        raise ValueError(f"{TEXT_TOKENS} tokens wanted, the text gave {made.get_vocab_size()}")
    timestamps = [f"<|{index * 0.02:.2f}|>" for index in range(TIMESTAMPS)]
    made.add_special_tokens(
        [tokenizers.AddedToken(name, special=True) for name in (*SPECIAL, *timestamps)]
    )
    return made


def load(path: Path) -> Tokenizer:
    """Read a tokenizer.json."""
    return Tokenizer.from_file(str(path))


def word_tokens(made: Tokenizer, word: str) -> list[tuple[int, int]]:
    """Return (token, number of its characters) for a word with the space before it."""
    ids = made.encode(f" {word}", add_special_tokens=False).ids
    return [(token, len(made.id_to_token(token))) for token in ids]


def timestamp(seconds: float) -> int:
    """Return the token of a time in the window."""
    return FIRST_TIMESTAMP + min(max(round(seconds / 0.02), 0), TIMESTAMPS - 1)
