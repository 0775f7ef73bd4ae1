"""How fast this machine runs each model, and the best one that it runs fast enough."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayback.errors import ModelError
from sayback.whisper.cores import default_threads
from sayback.whisper.pieces import PIECE_S
from sayback.whisper.random_weights import SHAPES, Shape, save_random_model

FAST_ENOUGH = 0.5
"""Share of real time: an answer of two minutes is transcribed in one."""
TOKENS_PER_SECOND = 4.5
"""Of speech: 2.7 words, 1.4 tokens a word, and the times between them."""
_BEAM = 5
_SHORT, _LONG = 8, 40
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """What a model costs on this machine."""

    model: str
    window_s: float
    """Seconds to listen to one 30 s window, however short the piece in it."""
    token_s: float
    """Seconds to write one token, beam 5."""

    @property
    def real_time_factor(self) -> float:
        """Seconds of work a second of speech, in full pieces."""
        return self.window_s / PIECE_S + self.token_s * TOKENS_PER_SECOND


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The model to use, and the figures behind it."""

    model: str
    measured: tuple[Speed, ...]


def recommend(
    *,
    on_measure: Callable[[str], None] | None = None,
    measure_model: Callable[[str], Speed] | None = None,
) -> Recommendation:
    """Measure models from the smallest up until one is too slow.

    Parameters
    ----------
    on_measure
        Told each model's name before it is measured.
    measure_model
        Measures one; a test gives its own.

    Returns
    -------
    Recommendation
        The largest that runs at half of real time or better; the smallest where none does.
    """
    measured: list[Speed] = []
    for name in SHAPES:
        if on_measure:
            on_measure(name)
        try:
            measured.append((measure_model or measure)(name))
        except (MemoryError, OSError) as error:
            if not measured:
                raise ModelError(f"This machine can't be measured: {error}.") from error
            # No room for this one, so none for the larger ones.
            break
        if measured[-1].real_time_factor > FAST_ENOUGH:
            break
    fast = [speed.model for speed in measured if speed.real_time_factor <= FAST_ENOUGH]
    return Recommendation(fast[-1] if fast else measured[0].model, tuple(measured))


def measure(name: str) -> Speed:
    """Time a model of that name's shape, with random weights, on this machine.

    Raises
    ------
    ModelError
        When there is no figure of its shape.
    MemoryError, OSError
        When it does not fit.
    """
    if name not in SHAPES:
        raise ModelError(f"Only {', '.join(SHAPES)} can be measured, not {name}.")
    with tempfile.TemporaryDirectory(prefix="sayback-") as folder:
        save_random_model(SHAPES[name], Path(folder))
        return _time(name, SHAPES[name], folder)


def _time(name: str, shape: Shape, folder: str) -> Speed:
    import ctranslate2

    model = ctranslate2.models.Whisper(
        folder, device="cpu", compute_type="int8", intra_threads=default_threads()
    )
    mel = np.random.default_rng(0).normal(0.0, 0.5, (1, shape.mel_bands, 3000)).astype(np.float32)
    features = ctranslate2.StorageView.from_array(mel)
    special = shape.special_tokens()
    start = shape.text_tokens + special.index("<|startoftranscript|>")
    end = shape.text_tokens + special.index("<|endoftext|>")

    # Other programs only ever add time, so the best of three tells most.
    window_s = min(_seconds(lambda: model.encode(features)) for _ in range(_ROUNDS))
    heard = model.encode(features)

    def write(tokens: int) -> float:
        return min(
            _seconds(
                lambda: model.generate(
                    heard,
                    [[start]],
                    beam_size=_BEAM,
                    # CTranslate2 halves it, since Whisper's prompt may take the other half.
                    max_length=2 * tokens,
                    suppress_tokens=[end],
                )
            )
            for _ in range(_ROUNDS)
        )

    token_s = max(write(_LONG) - write(_SHORT), 0.0) / (_LONG - _SHORT)
    return Speed(name, window_s, token_s)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
