"""Spoken sentences for training, made by other processes while training already runs."""

from __future__ import annotations

import multiprocessing
import random
import threading
from collections import Counter

from tokenizers import Tokenizer

from demo_model import grammar, speech, tokenizer
from demo_model.windows import Clip, clip

_CHUNK = 200


def make_tokenizer(seed: int) -> Tokenizer:
    """Train the tokenizer on written training text."""
    rng = random.Random(f"tokenizer {seed}")
    return tokenizer.train(grammar.written(grammar.training_sentence(rng)) for _ in range(40_000))


def phoneme_inventory(seed: int) -> dict[str, int]:
    """Return the phonemes of a sample of training speech, numbered from 1; 0 is silence."""
    rng = random.Random(f"phonemes {seed}")
    seen: Counter[str] = Counter()
    for _ in range(1500):
        spoken = speech.speak(grammar.training_sentence(rng), speech.training_manner(rng))
        seen.update(p.name for p in spoken.phonemes if not p.name.startswith("_"))
    return {name: index for index, (name, count) in enumerate(seen.most_common(), 1) if count > 4}


class Pool:
    """A list of clips that grows in the background until it has the wanted size."""

    def __init__(
        self, made: Tokenizer, phoneme_ids: dict[str, int], *, size: int, seed: int, workers: int
    ) -> None:
        self.clips: list[Clip] = []
        self._stopping = threading.Event()
        jobs = [(made.to_str(), phoneme_ids, f"{seed} {n}") for n in range(-(-size // _CHUNK))]
        threading.Thread(target=self._grow, args=(jobs, workers), daemon=True).start()

    def _grow(self, jobs: list[tuple[str, dict[str, int], str]], workers: int) -> None:
        with multiprocessing.get_context("spawn").Pool(workers) as processes:
            for made in processes.imap_unordered(_make_clips, jobs):
                self.clips += made
                if self._stopping.is_set():
                    return

    def stop(self) -> None:
        """Make no more clips; the processes end with the chunk that they are at."""
        self._stopping.set()


def _make_clips(job: tuple[str, dict[str, int], str]) -> list[Clip]:
    made, phoneme_ids, seed = Tokenizer.from_str(job[0]), job[1], job[2]
    rng = random.Random(f"clips {seed}")
    out: list[Clip] = []
    for _ in range(_CHUNK):
        utterance = speech.speak(grammar.training_sentence(rng), speech.training_manner(rng))
        out.append(clip(utterance, made, phoneme_ids))
    return out
