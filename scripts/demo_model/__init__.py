"""Makes Sayback's demo model: a very small Whisper that knows only espeak-ng's voice."""
