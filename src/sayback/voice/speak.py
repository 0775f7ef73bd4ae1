"""Speaker: a question's text in, sound out, by whichever voice the settings ask for."""

from __future__ import annotations

import sys
from pathlib import Path

from sayback import paths
from sayback.audio.samples import Audio
from sayback.config import VoiceConfig
from sayback.errors import VoiceError
from sayback.voice import espeak, system
from sayback.voice.cache import VoiceCache

EMBEDDED_VOICES = (
    "en-us", "en-us+f3", "en-us+m3", "en-us+Annie", "en-us-nyc", "en-gb-x-rp", "en-gb-scotland",
    "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-029",
)  # fmt: skip
"""English voices of the embedded engine; it knows more, by espeak-ng's names."""


class Speaker:
    """Speaks questions, and keeps what it has spoken.

    Parameters
    ----------
    settings
        Engine, voice and rate.
    cache_dir
        Folder of what was spoken; Sayback's own if none is given.
    platform
        As `sys.platform` names it.
    """

    def __init__(
        self,
        settings: VoiceConfig,
        *,
        cache_dir: Path | None = None,
        platform: str = sys.platform,
    ) -> None:
        self._settings = settings
        self._cache = VoiceCache(cache_dir or paths.voice_cache_dir())
        self._platform = platform

    def synthesise(self, text: str) -> Audio:
        """Return a text spoken aloud.

        Raises
        ------
        VoiceError
            When the voice is off, unknown, or fails.
        """
        engine, voice, rate_wpm = self._engine(), self._settings.name, self._settings.rate_wpm
        key = (engine, voice, rate_wpm, text)
        audio = self._cache.get(*key)
        if audio is None:
            audio = self._speak(text, engine)
            self._cache.put(audio, *key)
        return audio

    def voices(self) -> tuple[str, ...]:
        """Return the names that `[voice] name` can take with this engine.

        Raises
        ------
        VoiceError
            When the system does not tell.
        """
        engine = self._engine()
        if engine == "off":
            return ()
        return system.voices(self._platform) if engine == "system" else EMBEDDED_VOICES

    def _engine(self) -> str:
        if self._settings.engine != "auto":
            return self._settings.engine
        return "system" if system.is_available(self._platform) else "embedded"

    def _speak(self, text: str, engine: str) -> Audio:
        if engine == "off":
            raise VoiceError(
                'The voice is off; [voice] engine = "auto" in config.toml turns it on.'
            )
        if engine == "embedded":
            return self._embedded(text, self._settings.name)
        try:
            return system.synthesise(
                text,
                voice=self._settings.name,
                rate_wpm=self._settings.rate_wpm,
                platform=self._platform,
            )
        except VoiceError:
            if self._settings.engine != "auto":
                raise
            # Asked for by nobody, so any voice will do; the name is one of the system's.
            return self._embedded(text, "")

    def _embedded(self, text: str, voice: str) -> Audio:
        spoken = espeak.synthesise(
            text, voice=voice or espeak.DEFAULT_VOICE, rate_wpm=self._settings.rate_wpm
        )
        return Audio(spoken.samples, spoken.sample_rate_hz)
