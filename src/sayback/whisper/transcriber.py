"""Transcriber: samples in, words with times out, through faster-whisper on the CPU."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples
from sayback.errors import EngineError, ModelError
from sayback.speech.regions import Region, Speech
from sayback.transcript.model import Transcript, Word
from sayback.whisper.cores import default_threads
from sayback.whisper.models import ModelFolder
from sayback.whisper.onsets import begin_in_speech
from sayback.whisper.pieces import cut_pieces
from sayback.whisper.words import PROMPT, without_echo, words_of

MIN_SPEECH_S = 0.5
"""Below this nothing is transcribed: Whisper would invent words."""

_TEMPERATURES = (0.0, 0.2, 0.4, 0.6)
"""Retries for a piece that came out as a loop; beyond these Whisper makes words up."""
_SEED = 20


class Transcriber:
    """A loaded model.

    Parameters
    ----------
    folder
        Where its files lie.
    threads
        CPU threads; 0 for one a physical core, at most 4.

    Raises
    ------
    ModelError
        When its files can't be loaded.
    """

    def __init__(self, folder: ModelFolder, *, threads: int = 0) -> None:
        import ctranslate2
        import faster_whisper

        # Retries draw at random, and a freshly loaded model must give the same words each time.
        ctranslate2.set_random_seed(_SEED)
        self.folder = folder
        self.engine = f"faster-whisper {faster_whisper.__version__}"
        try:
            self._model: Any = faster_whisper.WhisperModel(
                str(folder.path),
                device="cpu",
                compute_type="int8",
                cpu_threads=threads or default_threads(),
                local_files_only=True,
            )
        except MemoryError as error:
            raise ModelError(
                f"There is not enough memory for the model {folder.name}; choose a smaller one."
            ) from error
        except Exception as error:
            raise ModelError(
                f"The model {folder.name} can't be loaded from {folder.path} "
                f"({_first_line(error)}); download it again or choose another."
            ) from error

    def transcribe(
        self,
        samples_16k: Samples,
        *,
        speech: Speech,
        language: str = "",
        on_progress: Callable[[float], None] | None = None,
    ) -> Transcript:
        """Write down what is said.

        Parameters
        ----------
        samples_16k
            Shape (n,), mono, 16 kHz, full scale ±1.
        speech
            Where there is speech in them; nothing else is listened to.
        language
            Two-letter code; empty lets a multilingual model find out.
        on_progress
            Told after each piece how much is done, 0 to 1; may raise to stop.

        Raises
        ------
        ModelError
            When the model does not know the language.
        EngineError
            When the recogniser fails.
        """
        if speech.phonation_s < MIN_SPEECH_S:
            return self._transcript([], language or None)
        self._check_language(language)
        pieces = cut_pieces(speech, piece_s=self.folder.piece_s)
        words: list[Word] = []
        spoken = language or self._detect(samples_16k, pieces[0])
        for number, piece in enumerate(pieces, 1):
            words += self._words(_stretch(samples_16k, piece), piece, spoken)
            if on_progress:
                on_progress(number / len(pieces))
        return self._transcript(begin_in_speech(words, speech=speech), spoken)

    def _transcript(self, words: list[Word], language: str | None) -> Transcript:
        return Transcript(
            tuple(words), engine=self.engine, model=self.folder.name, language=language
        )

    def _words(self, samples: Samples, piece: Region, language: str) -> list[Word]:
        prompted = language == "en" and not self.folder.is_demo
        try:
            segments, _ = self._model.transcribe(
                samples,
                language=language,
                beam_size=5,
                temperature=_TEMPERATURES,
                condition_on_previous_text=False,
                initial_prompt=PROMPT if prompted else None,
                word_timestamps=True,
                vad_filter=False,
            )
            # A generator: what can fail, fails while it is read.
            words = words_of(segments, piece=piece, language=language)
        except Exception as error:
            raise EngineError(
                f"The recogniser failed at {piece.start_s:.0f} s ({_first_line(error)}); "
                "try again, or choose another model."
            ) from error
        return without_echo(words) if prompted else words

    def _detect(self, samples: Samples, piece: Region) -> str:
        if not self._model.model.is_multilingual:
            return "en"
        try:
            return str(self._model.detect_language(_stretch(samples, piece))[0])
        except Exception as error:
            raise EngineError(
                f"The recogniser could not find out the language ({_first_line(error)}); "
                "set it in config.toml, [whisper] language."
            ) from error

    def _check_language(self, language: str) -> None:
        known = self._model.supported_languages
        if not language or language in known:
            return
        if known == ["en"]:
            raise ModelError(
                f"The model {self.folder.name} understands only English and the language is set "
                f"to '{language}'; choose a model without .en, such as base or small."
            )
        raise ModelError(f"Whisper knows no language '{language}'; use a code such as en or de.")


def _stretch(samples: Samples, piece: Region) -> Samples:
    return samples[round(piece.start_s * ANALYSIS_RATE_HZ) : round(piece.end_s * ANALYSIS_RATE_HZ)]


def _first_line(error: Exception) -> str:
    text = str(error).strip().splitlines()
    return text[0] if text else type(error).__name__
