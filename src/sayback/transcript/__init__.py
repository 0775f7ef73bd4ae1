"""Words with their times: the types, and the formats they are read from and written to."""

from sayback.transcript.model import Status, Transcript, Word

__all__ = ["Status", "Transcript", "Word"]
